package id.sidik.engine.gallery;

import id.sidik.engine.comparison.PreparedReference;
import id.sidik.engine.template.FingerPosition;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * All references of one subject. Immutable, and replaced as a whole: whoever holds one sees all of the subject's fingers.
 *
 * @param references at least 1
 */
record Subject(String id, SubjectTraits traits, List<Reference> references) implements References {
    /** Ten fingers, several impressions each, over many enrolments. */
    static final int REFERENCES_MAX = 200;

    /** An enrolled finger. */
    record Reference(FingerPosition finger, PreparedReference prepared) {}

    Subject {
        references = List.copyOf(references);
        requireReferences(references.size());
    }

    static void requireReferences(int count) {
        if (count < 1 || count > REFERENCES_MAX) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "A subject has 1 to %d references, not %d", REFERENCES_MAX, count));
        }
    }

    @Override
    public int referenceCount() {
        return references.size();
    }

    @Override
    public FingerPosition finger(int reference) {
        return references.get(reference).finger();
    }

    @Override
    public PreparedReference prepared(int reference) {
        return references.get(reference).prepared();
    }

    Subject and(Subject more) {
        return new Subject(
                id,
                traits.and(more.traits),
                Stream.concat(references.stream(), more.references.stream()).toList());
    }
}

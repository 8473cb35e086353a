package id.sidik.engine.gallery;

import id.sidik.engine.comparison.PreparedReference;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.FingerTemplate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subject that came or changed lately, on the heap. Immutable, but for its references' prepared form, which the first search
 * makes: two that make it at once make it alike.
 */
final class OpenRow implements SubjectRow {
    private final String id;
    private final int partition;
    private final SubjectTraits traits;
    private final List<FingerTemplate> references;
    private final TemplatePayloads payloads;
    private final @Nullable PreparedReference[] prepared;

    /** @param references 1 to {@link Subject#REFERENCES_MAX}, all of the algorithm of {@code payloads} */
    OpenRow(
            String id,
            int partition,
            SubjectTraits traits,
            List<FingerTemplate> references,
            TemplatePayloads payloads) {
        Subject.requireReferences(references.size());
        this.id = id;
        this.partition = partition;
        this.traits = traits;
        this.references = List.copyOf(references);
        this.payloads = payloads;
        this.prepared = new @Nullable PreparedReference[references.size()];
    }

    /** This row after what an older one of the same subject holds. */
    OpenRow after(SubjectRow older) {
        List<FingerTemplate> all = new ArrayList<>(older.referenceCount() + references.size());
        for (int reference = 0; reference < older.referenceCount(); reference++) {
            all.add(new FingerTemplate(older.finger(reference), payloads.template(older.payload(reference))));
        }
        all.addAll(references);
        return new OpenRow(id, partition, older.traits().and(traits), all, payloads);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public int partition() {
        return partition;
    }

    @Override
    public SubjectTraits traits() {
        return traits;
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
    public byte[] payload(int reference) {
        return payloads.payloadOf(references.get(reference).template());
    }

    @Override
    public PreparedReference prepared(int reference) {
        PreparedReference known = prepared[reference];
        if (known == null) {
            known = payloads.prepare(references.get(reference).template());
            prepared[reference] = known;
        }
        return known;
    }
}

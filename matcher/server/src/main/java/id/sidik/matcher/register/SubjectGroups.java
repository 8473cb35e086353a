package id.sidik.matcher.register;

import id.sidik.matcher.store.StoredReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gathers the references of each subject from a scan, in which they lie side by side. For one thread. */
final class SubjectGroups {
    private final Consumer<List<StoredReference>> whole;
    private final List<StoredReference> ofOneSubject = new ArrayList<>();

    /** @param whole takes all references of one subject, at least one */
    SubjectGroups(Consumer<List<StoredReference>> whole) {
        this.whole = whole;
    }

    void add(StoredReference reference) {
        boolean another = !ofOneSubject.isEmpty()
                && !ofOneSubject
                        .getFirst()
                        .key()
                        .subjectId()
                        .equals(reference.key().subjectId());
        if (another) {
            end();
        }
        ofOneSubject.add(reference);
    }

    /** Hands out the last one. */
    void end() {
        if (!ofOneSubject.isEmpty()) {
            whole.accept(List.copyOf(ofOneSubject));
            ofOneSubject.clear();
        }
    }
}

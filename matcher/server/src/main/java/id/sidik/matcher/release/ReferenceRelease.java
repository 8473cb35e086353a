package id.sidik.matcher.release;

import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.engine.template.Template;
import id.sidik.engine.template.TemplateAccess;
import id.sidik.matcher.register.Register;
import id.sidik.matcher.store.ReferenceStore;
import id.sidik.matcher.store.StoredReference;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gives out the best reference of each finger of a subject, for places that must compare without a network. */
public final class ReferenceRelease {
    private static final Comparator<StoredReference> WORST_FIRST =
            Comparator.comparingInt(reference -> reference.quality().score());

    private final Register register;
    private final ReferenceStore store;

    public ReferenceRelease(Register register, ReferenceStore store) {
        this.register = register;
        this.store = store;
    }

    /** One for each finger, in the order of their numbers; none when nobody of this id is enrolled. */
    public List<FingerTemplate> bestOfEachFinger(String subjectId) {
        register.requireServing();
        Map<FingerPosition, Template> best = new EnumMap<>(FingerPosition.class);
        store.referencesOf(register.gallery().partitionOf(subjectId), subjectId).stream()
                .sorted(WORST_FIRST)
                .forEach(reference -> best.put(reference.key().finger(), reference.template()));
        return best.entrySet().stream()
                .map(entry -> new FingerTemplate(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The bytes as they travel. */
    public byte[] bytesOf(Template template) {
        return template.bytes(TemplateAccess.get());
    }
}

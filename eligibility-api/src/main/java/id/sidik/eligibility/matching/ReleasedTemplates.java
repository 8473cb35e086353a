package id.sidik.eligibility.matching;

import id.sidik.matcher.v1.ReleasedReference;
import java.util.List;

/** Templates on their way from the matcher into a site pack. The gate does not look inside, and no log prints them. */
public final class ReleasedTemplates {
    private final List<ReleasedReference> references;

    ReleasedTemplates(List<ReleasedReference> references) {
        this.references = List.copyOf(references);
    }

    /** One for each enrolled finger; none when nobody is enrolled. */
    public List<ReleasedReference> messages() {
        return references;
    }

    @Override
    public String toString() {
        return "ReleasedTemplates[" + references.size() + "]";
    }
}

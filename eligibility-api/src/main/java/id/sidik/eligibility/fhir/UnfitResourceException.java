package id.sidik.eligibility.fhir;

import java.util.List;

/** A request that cannot be done as it stands, with everything that is wrong with it. */
public final class UnfitResourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Issue> issues;

    UnfitResourceException(List<Issue> issues) {
        super(issues.getFirst().diagnostics());
        this.issues = List.copyOf(issues);
    }

    UnfitResourceException(Issue issue) {
        this(List.of(issue));
    }

    /** At least one, in the order of the resource. */
    public List<Issue> issues() {
        return issues;
    }
}

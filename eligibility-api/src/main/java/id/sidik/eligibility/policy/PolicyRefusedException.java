package id.sidik.eligibility.policy;

import java.util.List;
import java.util.stream.Collectors;

/** The files of a policy are not in order. None of it is used. */
public final class PolicyRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<PolicyProblem> problems;

    PolicyRefusedException(String message) {
        super(message);
        this.problems = List.of();
    }

    PolicyRefusedException(String message, Exception cause) {
        super(message, cause);
        this.problems = List.of();
    }

    PolicyRefusedException(List<PolicyProblem> problems) {
        super(problems.stream().map(PolicyProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** One by one; empty where the files could not be read at all. */
    public List<PolicyProblem> problems() {
        return problems;
    }
}

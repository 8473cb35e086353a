package id.sidik.eligibility.policy;

/**
 * What is wrong with a policy.
 *
 * @param where file and place, for example {@code jht.yaml: rules[3] jht.resign.waiting}
 */
public record PolicyProblem(String where, String message) {
    @Override
    public String toString() {
        return where + ": " + message;
    }
}

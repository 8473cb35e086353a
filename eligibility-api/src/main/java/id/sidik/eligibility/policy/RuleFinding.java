package id.sidik.eligibility.policy;

import id.sidik.eligibility.decision.DenialReason;
import id.sidik.eligibility.decision.UndeterminedCause;
import java.util.List;

/**
 * What one rule said.
 *
 * @param missing facts and figures that it lacked, where it failed
 */
public record RuleFinding(Rule rule, Result result, List<String> missing) {

    public RuleFinding {
        missing = List.copyOf(missing);
    }

    /** How a rule may end. */
    public enum Result {
        /** Another day's law. */
        NOT_IN_FORCE,
        /** It speaks of another case. */
        NOT_APPLICABLE,
        /** It has nothing against it. */
        SILENT,
        /** It is a reason to deny. */
        DENIES,
        /** An officer has to decide. */
        REFERS,
        /** It could not be evaluated. */
        FAILED
    }

    /** Whether it stands against a yes. */
    public boolean spoke() {
        return switch (result) {
            case DENIES, REFERS, FAILED -> true;
            case NOT_IN_FORCE, NOT_APPLICABLE, SILENT -> false;
        };
    }

    boolean denies(DenialReason reason) {
        return result == Result.DENIES && rule.effect().equals(new Rule.Effect.Denies(reason));
    }

    /** Why there is no answer, if this is the reason. */
    UndeterminedCause cause() {
        if (result == Result.REFERS && rule.effect() instanceof Rule.Effect.Refers(UndeterminedCause cause)) {
            return cause;
        }
        return causeOf(missing);
    }

    /** What the lack of these facts and figures means; without any it was the rule itself. */
    static UndeterminedCause causeOf(List<String> missing) {
        return missing.stream().anyMatch(name -> !name.startsWith(Scope.FIGURE))
                ? UndeterminedCause.FACT_MISSING
                : UndeterminedCause.POLICY_FAILED;
    }
}

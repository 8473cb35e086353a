package id.sidik.eligibility.policy;

import id.sidik.eligibility.decision.DenialReason;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.decision.UndeterminedCause;
import java.util.Optional;
import java.util.Set;

/**
 * One condition, as its file says it.
 *
 * @param id dotted, for example {@code jht.resign.waiting}; several versions of a rule share one
 * @param inForce the law of which days it is
 * @param applies of which cases it speaks; empty for all
 * @param asOf the day whose law and figures count; empty for the day decided about
 * @param when true if the rule has its effect
 * @param where file and place, for whoever has to mend it
 */
public record Rule(
        String id,
        DateRange inForce,
        Set<Purpose> purposes,
        Optional<Expression> applies,
        Optional<Expression> asOf,
        Expression when,
        Effect effect,
        BilingualText text,
        String source,
        String where) {

    public Rule {
        purposes = Set.copyOf(purposes);
    }

    /** All that must be true for its effect, as one expression. */
    public String condition() {
        return applies.map(first -> "(" + first + ") && (" + when + ")").orElse(when.source());
    }

    /** What a rule does when it speaks. */
    public sealed interface Effect {
        /** The name of the reason or cause. */
        default String label() {
            return switch (this) {
                case Denies denies -> denies.reason().name();
                case Refers refers -> refers.cause().name();
            };
        }

        record Denies(DenialReason reason) implements Effect {}

        record Refers(UndeterminedCause cause) implements Effect {}
    }
}

package id.sidik.eligibility.policy;

import id.sidik.eligibility.decision.Purpose;
import java.util.Optional;
import java.util.Set;

/**
 * A formula for what somebody who is granted may expect.
 *
 * @param applies to which cases; empty for all
 * @param asOf the day whose law and figures count; empty for the day decided about
 * @param amount in the unit
 * @param where file and place
 */
public record Benefit(
        String id,
        DateRange inForce,
        Set<Purpose> purposes,
        Optional<Expression> applies,
        Optional<Expression> asOf,
        Expression amount,
        FigureUnit unit,
        BilingualText text,
        String source,
        String where) {

    public Benefit {
        purposes = Set.copyOf(purposes);
    }
}

package id.sidik.eligibility.policy;

import java.util.OptionalLong;

/**
 * What somebody who is granted may expect, or has to bear herself.
 *
 * @param id of the formula, for example {@code jht.balance}
 * @param amount in the unit; empty where something that the formula needs is not known
 * @param missing what that is; empty where there is an amount
 */
public record BenefitFigure(String id, OptionalLong amount, FigureUnit unit, BilingualText text, String missing) {
    public BenefitFigure {
        if (amount.isPresent() == !missing.isEmpty()) {
            throw new IllegalArgumentException("a benefit has an amount, or says what is missing for one");
        }
    }
}

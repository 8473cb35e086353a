package id.sidik.matcher.recognition;

import id.sidik.engine.gallery.SubjectFilter;
import java.time.Duration;
import java.util.Optional;

/**
 * How somebody is to be searched for.
 *
 * @param targetFpir in (0, 1)
 * @param candidatesMax at least 1
 * @param filter whom to search among
 * @param budget for the search alone; empty when it may take what the caller's patience leaves
 */
public record SearchOrder(double targetFpir, int candidatesMax, SubjectFilter filter, Optional<Duration> budget) {
    public SearchOrder {
        if (budget.filter(time -> !time.isPositive()).isPresent()) {
            throw new IllegalArgumentException("a budget is above zero");
        }
    }

    /** The least of the budget and what is left. */
    Duration timeWithin(Duration left) {
        return budget.filter(time -> time.compareTo(left) < 0).orElse(left);
    }
}

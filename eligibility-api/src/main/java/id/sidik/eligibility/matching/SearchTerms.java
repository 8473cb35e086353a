package id.sidik.eligibility.matching;

import java.time.Duration;
import java.util.Optional;

/**
 * How a search of everybody is meant.
 *
 * @param targetFpir in (0, 1); 0 means the matcher's own
 * @param candidatesMax 1 to {@link #CANDIDATES_MAX}; 0 means 10
 * @param budget how long the search alone may take, from a millisecond to {@link #BUDGET_MAX}: what it has found by then is the answer, and
 *     says that it is partial. Without one a search that does not end in time is an error
 */
public record SearchTerms(double targetFpir, int candidatesMax, SubjectFilter filter, Optional<Duration> budget) {
    public static final int CANDIDATES_MAX = 100;
    public static final Duration BUDGET_MAX = Duration.ofMinutes(10);

    public SearchTerms {
        if (candidatesMax < 0 || candidatesMax > CANDIDATES_MAX) {
            throw new IllegalArgumentException("0 to " + CANDIDATES_MAX + " candidates, not " + candidatesMax);
        }
        budget.ifPresent(time -> {
            if (time.toMillis() < 1 || time.compareTo(BUDGET_MAX) > 0) {
                throw new IllegalArgumentException("a search takes 1 ms to " + BUDGET_MAX + ", not " + time);
            }
        });
    }

    /** Everybody, to the end. */
    public static SearchTerms ofEverybody(double targetFpir, int candidatesMax) {
        return new SearchTerms(targetFpir, candidatesMax, SubjectFilter.EVERYBODY, Optional.empty());
    }
}

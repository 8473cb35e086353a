package id.sidik.eligibility.lockout;

import java.time.Duration;
import java.time.Instant;

/**
 * Failures that fade: each counts one when it happens, and half as much after each half-life. So nobody waits for a window to
 * begin anew, and nothing has to be cleaned up.
 *
 * @param value at {@code asOf}, at least 0
 */
public record FailureCount(double value, Instant asOf) {
    /** None yet. */
    public static final FailureCount NONE = new FailureCount(0, Instant.EPOCH);

    public FailureCount {
        if (!(value >= 0)) {
            throw new IllegalArgumentException("failures are counted from 0: " + value);
        }
    }

    /** What is left of it at a moment. A clock that went back changes nothing. */
    public double at(Instant moment, Duration halfLife) {
        Duration passed = Duration.between(asOf, moment);
        return passed.isNegative() ? value : value * Math.pow(2, -(double) passed.toMillis() / halfLife.toMillis());
    }

    /** One failure more at a moment. */
    public FailureCount plusOne(Instant moment, Duration halfLife) {
        Instant later = moment.isBefore(asOf) ? asOf : moment;
        return new FailureCount(at(later, halfLife) + 1, later);
    }

    /** How long from that moment until no more than so much is left; zero if that is so already. */
    public Duration until(double limit, Instant moment, Duration halfLife) {
        double now = at(moment, halfLife);
        if (now <= limit) {
            return Duration.ZERO;
        }
        double halfLives = Math.log(now / limit) / Math.log(2);
        return Duration.ofMillis((long) Math.ceil(halfLives * halfLife.toMillis()));
    }
}

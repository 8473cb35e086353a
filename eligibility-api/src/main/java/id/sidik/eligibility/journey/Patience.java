package id.sidik.eligibility.journey;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How much longer a caller waits, on a clock that nobody can set. */
public final class Patience {
    private final LongSupplier nanoTime;
    private final long endNanos;

    private Patience(LongSupplier nanoTime, long endNanos) {
        this.nanoTime = nanoTime;
        this.endNanos = endNanos;
    }

    /**
     * Begins to count now.
     *
     * @param nanoTime as {@link System#nanoTime()}
     */
    public static Patience of(Duration time, LongSupplier nanoTime) {
        return new Patience(nanoTime, nanoTime.getAsLong() + time.toNanos());
    }

    /** Zero when it is used up. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, endNanos - nanoTime.getAsLong()));
    }

    /** What is left when so much of it is kept for later. */
    public Duration leftAfter(Duration reserve) {
        Duration left = left().minus(reserve);
        return left.isNegative() ? Duration.ZERO : left;
    }
}

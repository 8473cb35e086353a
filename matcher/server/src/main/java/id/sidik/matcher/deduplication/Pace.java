package id.sidik.matcher.deduplication;

import java.time.Duration;

/**
 * Leaves room for others between two batches.
 *
 * @param busyPercentMax of the time that a job may search, 1 to 100
 */
public record Pace(int busyPercentMax, Pause pause) {
    private static final int ALL = 100;

    /** Waits. */
    @FunctionalInterface
    public interface Pause {
        void pause(Duration time) throws InterruptedException;
    }

    public Pace {
        if (busyPercentMax < 1 || busyPercentMax > ALL) {
            throw new IllegalArgumentException("a job is busy for 1 to 100 % of the time, not " + busyPercentMax);
        }
    }

    /** After a batch that took so long. */
    void restAfter(Duration busy) throws InterruptedException {
        Duration rest = busy.multipliedBy(ALL - (long) busyPercentMax).dividedBy(busyPercentMax);
        if (rest.isPositive()) {
            pause.pause(rest);
        }
    }
}

package id.sidik.bridge.link;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The instant after which nobody waits any longer. It counts on a monotonic clock, because a wall clock that is set
 * during a capture would end the capture or let it hang.
 */
public final class Deadline {
    private final LongSupplier nanoTime;
    private final long endNanos;

    private Deadline(LongSupplier nanoTime, long endNanos) {
        this.nanoTime = nanoTime;
        this.endNanos = endNanos;
    }

    /**
     * A deadline of its own.
     *
     * @param patience from now; zero or less has passed already
     * @param nanoTime a monotonic clock in nanoseconds, {@code System::nanoTime} outside tests
     */
    public static Deadline after(Duration patience, LongSupplier nanoTime) {
        return new Deadline(nanoTime, nanoTime.getAsLong() + patience.toNanos());
    }

    /** This deadline or {@code patience} from now, whichever comes first. */
    public Deadline within(Duration patience) {
        Deadline other = after(patience, nanoTime);
        return other.endNanos - endNanos < 0 ? other : this;
    }

    /** Time left, never negative. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, endNanos - nanoTime.getAsLong()));
    }

    /** True once nothing is left. */
    public boolean hasPassed() {
        return left().isZero();
    }
}

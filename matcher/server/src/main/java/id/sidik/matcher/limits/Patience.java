package id.sidik.matcher.limits;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/** How long the caller still waits. Taken anew before each step that may take long. */
@FunctionalInterface
public interface Patience {
    /** Zero or negative when the time is up, or nobody waits any more. */
    Duration left();

    /**
     * The time left for the next step; above zero.
     *
     * @throws OutOfTimeException when the time is up
     */
    default Duration leftFor(String step) {
        Duration left = left();
        if (!left.isPositive()) {
            throw new OutOfTimeException(step);
        }
        return left;
    }

    /**
     * The time that a search may take: nine tenths of what is left, so that an incomplete answer still reaches the caller.
     *
     * @throws OutOfTimeException when the time is up
     */
    default Duration leftForSearch(String step) {
        return leftFor(step).multipliedBy(9).dividedBy(10).plusNanos(1);
    }

    /**
     * Takes a lock, or gives up when the time is up.
     *
     * @throws OutOfTimeException when the time was up first; the lock is then not held
     */
    default void lock(Lock lock, String step) throws InterruptedException {
        if (!lock.tryLock(leftFor(step).toNanos(), TimeUnit.NANOSECONDS)) {
            throw new OutOfTimeException(step);
        }
    }

    /**
     * Does work that nobody needs once the caller has gone away: its thread is interrupted then.
     *
     * @throws InterruptedException when that happened
     */
    default <T> T whileWaitedFor(Interruptible<T> work) throws InterruptedException {
        return work.call();
    }
}

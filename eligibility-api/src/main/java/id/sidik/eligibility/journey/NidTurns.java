package id.sidik.eligibility.journey;

import id.sidik.eligibility.nid.Nid;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets the journeys that change one member take turns, so that fifty requests for one NID enrol one set of fingers and not fifty.
 * The store would refuse the other forty-nine anyway; this saves the matcher the work. Numbers share {@link #STRIPES} locks.
 */
final class NidTurns {
    private static final int STRIPES = 256;

    private final ReentrantLock[] locks = new ReentrantLock[STRIPES];

    NidTurns() {
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            locks[stripe] = new ReentrantLock();
        }
    }

    /** Waits for its turn as long as the caller would, then for nothing. */
    <T> T take(Nid nid, Patience patience, Supplier<T> work) {
        ReentrantLock lock = locks[Math.floorMod(nid.hashCode(), STRIPES)];
        if (!acquired(lock, patience)) {
            throw new RequestRefusedException(
                    RequestRefusedException.Kind.OVERLOADED,
                    "OVERLOADED",
                    "Other requests for this member are still under way; try again");
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private static boolean acquired(ReentrantLock lock, Patience patience) {
        try {
            return lock.tryLock(patience.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

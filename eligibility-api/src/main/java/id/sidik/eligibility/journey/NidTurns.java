package id.sidik.eligibility.journey;

import id.sidik.eligibility.nid.Nid;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets the journeys that change one member take turns, so that fifty requests for one NID enrol one set of fingers and not fifty.
 * The store would refuse the other forty-nine anyway; this saves the matcher the work. Numbers share {@link #STRIPES} locks.
 */
final class NidTurns {
    private static final int STRIPES = 256;

    private final ReentrantLock[] locks = stripes();
    private final ReentrantLock[] likenessLocks = stripes();

    private static ReentrantLock[] stripes() {
        return Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);
    }

    /**
     * Lets those take turns who share a text, as people do who may be one: {@link id.sidik.eligibility.member.Likeness#turnsOf}. Whoever
     * needs a number's turn as well takes that first, and no two numbers' at once; and these are taken in one order. So nobody waits in a
     * circle.
     */
    <T> T take(Set<String> shared, Patience patience, Supplier<T> work) {
        Supplier<T> inTurn = work;
        int[] stripes = shared.stream()
                .mapToInt(text -> Math.floorMod(text.hashCode(), STRIPES))
                .distinct()
                .sorted()
                .toArray();
        for (int i = stripes.length - 1; i >= 0; i--) { // the lowest is outermost
            ReentrantLock lock = likenessLocks[stripes[i]];
            Supplier<T> inner = inTurn;
            inTurn = () -> take(lock, patience, inner);
        }
        return inTurn.get();
    }

    /** Waits for its turn as long as the caller would, then for nothing. */
    <T> T take(Nid nid, Patience patience, Supplier<T> work) {
        return take(locks[Math.floorMod(nid.hashCode(), STRIPES)], patience, work);
    }

    private static <T> T take(ReentrantLock lock, Patience patience, Supplier<T> work) {
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

package id.sidik.matcher.limits;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** A fixed number of locks for any number of names: equal names share a lock, and now and then different ones do. */
public final class LockStripes {
    private static final int STRIPES = 1_024;

    private final List<Lock> locks =
            Stream.<Lock>generate(ReentrantLock::new).limit(STRIPES).toList();

    public Lock of(String name) {
        return locks.get(Math.floorMod(name.hashCode(), STRIPES));
    }
}

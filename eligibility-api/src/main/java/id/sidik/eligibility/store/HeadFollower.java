package id.sidik.eligibility.store;

import id.sidik.wire.proof.Checkpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the head outside the database up to date, some steps behind: nobody at a counter waits for it, and the log need not share the
 * disk with it for each batch. After a crash it may lag by what was written within {@link #EVERY}, and is never ahead.
 */
final class HeadFollower implements AutoCloseable {
    static final Duration EVERY = Duration.ofMillis(100);

    private final HeadFile file;
    private final Supplier<Checkpoint> newest;
    private final DiskRoom room;
    private final LongAdder syncs = new LongAdder();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("audit-head").daemon().factory());
    private Checkpoint written;
    private volatile @Nullable IOException refused;

    /**
     * Begins to follow.
     *
     * @param written the head that is in the file already
     * @param newest whose leaves are all durable
     */
    HeadFollower(HeadFile file, Checkpoint written, Supplier<Checkpoint> newest, DiskRoom room) {
        this.file = file;
        this.written = written;
        this.newest = newest;
        this.room = room;
        var _ = timer.scheduleWithFixedDelay(this::follow, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void follow() {
        Checkpoint head = newest.get();
        if (head.equals(written)) {
            return;
        }
        try {
            file.write(head);
            written = head;
            syncs.increment();
            refused = null;
        } catch (IOException e) {
            refused = e;
        } catch (RuntimeException e) {
            refused = new IOException("the head cannot be signed", e);
        }
    }

    /**
     * Refuses when the newest head could not be written: a log that grows without one could be cut short unnoticed.
     *
     * @throws DiskFullException if the disk is full; it is tried again
     * @throws IOException for whatever else keeps it from being written
     */
    void requireWritten() throws IOException {
        if (refused != null) {
            follow(); // there may be room by now
        }
        IOException refusal = refused;
        if (refusal == null) {
            return;
        }
        if (room.isLeft()) {
            throw new IOException("the head of the audit log cannot be written: " + refusal.getMessage(), refusal);
        }
        throw new DiskFullException("the head of the audit log finds no room", refusal);
    }

    /** How often the head was made durable. */
    long syncs() {
        return syncs.sum();
    }

    /** Writes the last head. */
    @Override
    public void close() {
        timer.shutdownNow();
        follow();
    }
}

package id.sidik.engine.gallery;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The right to read a version of the gallery: its memory stays as it is until the lease ends. The one who took it and each task that
 * works for it use it; the last of them ends it, so a task that was cancelled and still runs reads nothing that is gone.
 */
final class Lease implements AutoCloseable {
    private final GalleryVersion version;
    private final AtomicInteger users = new AtomicInteger(1);

    private Lease(GalleryVersion version) {
        this.version = version;
    }

    /**
     * Leases what is current. Never waits: when a change takes a segment away at this moment, the next version is tried.
     *
     * @param current tells the version in force
     */
    static Lease of(Supplier<GalleryVersion> current) {
        while (true) {
            Optional<Lease> lease = tryLease(current.get());
            if (lease.isPresent()) {
                return lease.get();
            }
        }
    }

    private static Optional<Lease> tryLease(GalleryVersion version) {
        int held = 0;
        for (SegmentView view : version.segments()) {
            if (!view.segment().hold()) {
                release(version, held);
                return Optional.empty();
            }
            held++;
        }
        return Optional.of(new Lease(version));
    }

    private static void release(GalleryVersion version, int count) {
        for (SegmentView view : version.segments().subList(0, count)) {
            view.segment().release();
        }
    }

    GalleryVersion version() {
        return version;
    }

    /** For a task that begins; false if all others have left already. Each true is answered by a {@link #close}. */
    boolean join() {
        int now = users.get();
        while (now > 0) {
            if (users.compareAndSet(now, now + 1)) {
                return true;
            }
            now = users.get();
        }
        return false;
    }

    @Override
    public void close() {
        if (users.decrementAndGet() == 0) {
            release(version, version.segments().size());
        }
    }
}

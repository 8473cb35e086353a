package id.sidik.bridge.facade.sbi;

import id.sidik.engine.image.FingerImage;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The latest frame of a capture, for streams to show: one writer, several readers, in memory only. */
final class FrameBoard {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable FingerImage latest;
    private int quality;
    private long number;

    /**
     * A frame on the board; none where nothing lies on the glass.
     *
     * @param quality 0 to 100; 0 where nobody judged it
     */
    record Shown(@Nullable FingerImage image, int quality, long number) {}

    void show(FingerImage image, int imageQuality) {
        put(image, imageQuality);
    }

    /** The capture is over: its last frame is not for whoever comes next. */
    void clear() {
        put(null, 0);
    }

    private void put(@Nullable FingerImage image, int imageQuality) {
        lock.lock();
        try {
            latest = image;
            quality = imageQuality;
            number++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What the board shows: as soon as it is another than {@code seen}, and at the latest after {@code patience}. */
    Shown next(long seen, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (number == seen && left > 0) {
                left = changed.awaitNanos(left);
            }
            return new Shown(latest, quality, number);
        } finally {
            lock.unlock();
        }
    }
}

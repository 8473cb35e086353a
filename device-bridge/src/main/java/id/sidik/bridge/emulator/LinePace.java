package id.sidik.bridge.emulator;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Makes bytes take the time that they take on a real line: ten bit times each. A pseudo-terminal by itself knows no baud.
 */
final class LinePace {
    private static final long BITS_PER_BYTE = 10;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final int baud;
    private final LongSupplier nanoTime;
    private final LongConsumer park;
    private long lineFreeAtNanos;

    /**
     * A pace for one line.
     *
     * @param baud bits per second; 0 lets bytes pass at once
     * @param nanoTime a monotonic clock
     * @param park waits about as many nanoseconds as it is told; may return early
     */
    LinePace(int baud, LongSupplier nanoTime, LongConsumer park) {
        this.baud = baud;
        this.nanoTime = nanoTime;
        this.park = park;
        this.lineFreeAtNanos = nanoTime.getAsLong();
    }

    /** Waits until a line that now gets {@code byteCount} more bytes has carried the last of them. */
    void carry(int byteCount) {
        if (baud == 0) {
            return;
        }
        long now = nanoTime.getAsLong();
        long start = lineFreeAtNanos - now > 0 ? lineFreeAtNanos : now;
        lineFreeAtNanos = start + byteCount * BITS_PER_BYTE * NANOS_PER_SECOND / baud;
        long left = lineFreeAtNanos - now;
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            park.accept(left);
            left = lineFreeAtNanos - nanoTime.getAsLong();
        }
    }
}

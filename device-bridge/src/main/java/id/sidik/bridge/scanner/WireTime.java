package id.sidik.bridge.scanner;

import java.time.Duration;

/** How long bytes take on a serial line, with room for a module that takes its time between packets. */
final class WireTime {
    /** Start and stop bit around eight: a byte takes ten bit times. */
    private static final long BITS_PER_BYTE_ON_THE_LINE = 10;

    private static final double MARGIN = 1.5;

    private WireTime() {}

    static Duration of(int byteCount, int baud) {
        return Duration.ofMillis((long) (byteCount * BITS_PER_BYTE_ON_THE_LINE * 1000 / (double) baud * MARGIN));
    }
}

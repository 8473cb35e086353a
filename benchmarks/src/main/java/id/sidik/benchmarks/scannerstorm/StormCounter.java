package id.sidik.benchmarks.scannerstorm;

import id.sidik.bridge.link.Deadline;
import java.time.Duration;

/** A scanner with everything that can be wrong with it, and the one driver that it has from the first capture to the last. One thread at a time. */
interface StormCounter extends AutoCloseable {
    /** Half of the captures are without a fault. */
    int FAULTY_PERCENT = 50;

    int RECOVERY_CALLS_MAX = 8;

    Duration CALL_MAX = Duration.ofSeconds(20);

    /** Captures {@code count} fingers, each after the driver has recovered from the one before. */
    default void capture(int count) {
        for (int i = 0; i < count; i++) {
            capture();
        }
    }

    /** Captures one. */
    void capture();

    /** What it saw so far. */
    StormTally tally();

    /** Of one call of the driver. */
    static Deadline deadline() {
        return Deadline.after(CALL_MAX, System::nanoTime);
    }

    @Override
    void close();
}

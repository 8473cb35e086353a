package id.sidik.benchmarks.boxfigures;

import id.sidik.benchmarks.rates.Medians;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Times a piece of work again and again. What a batch computes is added up, so that no compiler finds it unused. */
final class Stopwatch {
    /** Of its time; until then the compilers are at work. */
    private static final int WARM_UP_SHARE = 4;

    private final LongSupplier nanoClock;
    private long unused;

    /** @param nanoClock as {@link System#nanoTime} */
    Stopwatch(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /**
     * Nanoseconds of one operation, the median over batches; at least one batch runs however short the time.
     *
     * @param time for all of it, a quarter of which is not counted
     * @param operations that a batch makes
     * @param batch gives anything that depends on all of its operations
     */
    double nanosEach(Duration time, int operations, LongSupplier batch) {
        long start = nanoClock.getAsLong();
        long warm = start + time.toNanos() / WARM_UP_SHARE;
        long end = start + time.toNanos();
        List<Long> batches = new ArrayList<>();
        long before = start;
        do {
            unused += batch.getAsLong();
            long after = nanoClock.getAsLong();
            if (after >= warm) {
                batches.add(after - before);
            }
            before = after;
        } while (before < end);
        return Medians.of(batches.stream().mapToDouble(Long::doubleValue)) / operations;
    }

    /** The sum of what all batches gave. */
    long unused() {
        return unused;
    }
}

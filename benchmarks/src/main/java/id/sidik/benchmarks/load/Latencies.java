package id.sidik.benchmarks.load;

import java.util.Arrays;

/** How long things took. */
public final class Latencies {
    private static final double NANOS_A_MILLI = 1e6;

    private final long[] sortedNanos;

    /** @param nanos in any order */
    public Latencies(long[] nanos) {
        sortedNanos = nanos.clone();
        Arrays.sort(sortedNanos);
    }

    public int count() {
        return sortedNanos.length;
    }

    /** What this share of them took at most, in milliseconds to a hundredth; 0 when there are none. */
    public double millis(double share) {
        if (sortedNanos.length == 0) {
            return 0;
        }
        int index = (int) Math.ceil(share * sortedNanos.length) - 1;
        return Math.round(sortedNanos[Math.max(0, index)] / NANOS_A_MILLI * 100) / 100.0;
    }
}

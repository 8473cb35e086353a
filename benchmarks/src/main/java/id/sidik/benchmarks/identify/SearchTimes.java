package id.sidik.benchmarks.identify;

import java.util.Arrays;

/** Wall clock of single searches, in milliseconds. */
record SearchTimes(double medianMillis, double p99Millis) {
    /** @param nanos of at least one search, in any order */
    static SearchTimes of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new SearchTimes(millis(sorted, 0.5), millis(sorted, 0.99));
    }

    /** The smallest time that so large a share of the searches did not exceed. */
    private static double millis(long[] sorted, double share) {
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, index)] / 1e6;
    }
}

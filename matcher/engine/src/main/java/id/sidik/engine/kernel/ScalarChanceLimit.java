package id.sidik.engine.kernel;

import static id.sidik.engine.kernel.ChanceLimit.SAMPLED_STEP;
import static id.sidik.engine.kernel.ChanceLimit.SLACK;
import static id.sidik.engine.kernel.ChanceLimit.SPREAD;

/** {@link ChanceLimit}, reference by reference. */
public final class ScalarChanceLimit {
    private ScalarChanceLimit() {}

    /** As {@link ChanceLimit#countSampled}. */
    public static int countSampled(
            short[] weights, short[] entries, int end, float chance, float deviations, int least) {
        int count = 0;
        for (int run = 0; run < end; run += SAMPLED_STEP) {
            for (int at = run; at < Math.min(end, run + SLACK); at++) {
                count += passes(weights[at], entries[at], chance, deviations, least) ? 1 : 0;
            }
        }
        return count;
    }

    /** As {@link ChanceLimit#select}. */
    public static int select(
            short[] weights, short[] entries, int end, float chance, float deviations, int least, int[] passed) {
        int room = passed.length - SLACK;
        int count = 0;
        for (int at = 0; at < end && count < room; at++) {
            if (passes(weights[at], entries[at], chance, deviations, least)) {
                passed[count++] = at;
            }
        }
        return count;
    }

    private static boolean passes(short weight, short entries, float chance, float deviations, int least) {
        float expected = entries * chance;
        float limit = (float) Math.sqrt(expected * SPREAD) * deviations + expected;
        return weight >= limit && weight >= least;
    }
}

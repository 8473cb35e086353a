package id.sidik.engine.kernel;

import static id.sidik.engine.kernel.ChanceLimit.SAMPLED_STEP;
import static id.sidik.engine.kernel.ChanceLimit.SLACK;
import static id.sidik.engine.kernel.ChanceLimit.SPREAD;
import static id.sidik.engine.kernel.Lanes.FLOATS;
import static id.sidik.engine.kernel.Lanes.INTS;
import static id.sidik.engine.kernel.Lanes.SHORTS;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.S2F;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;

/** {@link ChanceLimit} with another reference in each lane. */
public final class VectorChanceLimit {
    private VectorChanceLimit() {}

    /** As {@link ChanceLimit#countSampled}. */
    public static int countSampled(
            short[] weights, short[] entries, int end, float chance, float deviations, int least) {
        int count = 0;
        for (int run = 0; run < end; run += SAMPLED_STEP) {
            for (int at = run; at < Math.min(end, run + SLACK); at += INTS.length()) {
                count += passing(weights, entries, at, end, chance, deviations, least)
                        .trueCount();
            }
        }
        return count;
    }

    /** As {@link ChanceLimit#select}. */
    public static int select(
            short[] weights, short[] entries, int end, float chance, float deviations, int least, int[] passed) {
        int room = passed.length - SLACK;
        IntVector places = IntVector.zero(INTS).addIndex(1);
        int count = 0;
        for (int at = 0; at < end && count < room; at += INTS.length()) {
            VectorMask<Float> passing = passing(weights, entries, at, end, chance, deviations, least);
            if (passing.anyTrue()) {
                places.add(at).compress(passing.cast(INTS)).intoArray(passed, count);
                count += passing.trueCount();
            }
        }
        return Math.min(count, room);
    }

    private static VectorMask<Float> passing(
            short[] weights, short[] entries, int at, int end, float chance, float deviations, int least) {
        FloatVector weight = floats(weights, at);
        FloatVector expected = floats(entries, at).mul(chance);
        FloatVector limit = expected.mul(SPREAD).sqrt().mul(deviations).add(expected);
        return weight.compare(GE, limit).and(weight.compare(GE, least)).and(FLOATS.indexInRange(at, end));
    }

    private static FloatVector floats(short[] numbers, int at) {
        return (FloatVector) ShortVector.fromArray(SHORTS, numbers, at).convertShape(S2F, FLOATS, 0);
    }
}

package id.sidik.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link FourSums} with a sum in each lane. */
public final class VectorFourSums {
    private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;

    private VectorFourSums() {}

    /** As {@link FourSums#of}. */
    public static float of(float[] values, int count) {
        FloatVector sums = FloatVector.zero(FOUR);
        int place = 0;
        for (; place < FOUR.loopBound(count); place += FOUR.length()) {
            sums = sums.add(FloatVector.fromArray(FOUR, values, place));
        }
        float first = sums.lane(0);
        for (; place < count; place++) {
            first += values[place];
        }
        return first + sums.lane(1) + (sums.lane(2) + sums.lane(3));
    }
}

package id.sidik.engine.kernel;

import static id.sidik.engine.kernel.Lanes.FLOATS;
import static jdk.incubator.vector.VectorOperators.LE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** {@link NearbyPlaces} with a place in each lane. */
public final class VectorNearbyPlaces {
    private VectorNearbyPlaces() {}

    /** As {@link NearbyPlaces#within}. */
    public static long within(float[] x, float[] y, int from, int count, float atX, float atY, float squareMax) {
        long near = 0;
        for (int place = 0; place < count; place += FLOATS.length()) {
            VectorMask<Float> isInRun = FLOATS.indexInRange(place, count);
            FloatVector dx =
                    FloatVector.fromArray(FLOATS, x, from + place, isInRun).sub(atX);
            FloatVector dy =
                    FloatVector.fromArray(FLOATS, y, from + place, isInRun).sub(atY);
            near |= dx.mul(dx).add(dy.mul(dy)).compare(LE, squareMax, isInRun).toLong() << place;
        }
        return near;
    }
}

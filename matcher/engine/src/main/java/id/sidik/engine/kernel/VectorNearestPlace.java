package id.sidik.engine.kernel;

import static id.sidik.engine.kernel.Lanes.FLOATS;
import static jdk.incubator.vector.VectorOperators.MIN;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** {@link NearestPlace} with a place in each lane: which of them comes first does not change the least. */
public final class VectorNearestPlace {
    private VectorNearestPlace() {}

    /** As {@link NearestPlace#square}. */
    public static float square(float[] x, float[] y, int count, float fromX, float fromY) {
        FloatVector nearest = FloatVector.broadcast(FLOATS, Float.MAX_VALUE);
        int place = 0;
        for (; place < FLOATS.loopBound(count); place += FLOATS.length()) {
            FloatVector dx = FloatVector.fromArray(FLOATS, x, place).sub(fromX);
            FloatVector dy = FloatVector.fromArray(FLOATS, y, place).sub(fromY);
            nearest = nearest.min(dx.mul(dx).add(dy.mul(dy)));
        }
        if (place < count) {
            VectorMask<Float> isLeft = FLOATS.indexInRange(place, count);
            FloatVector dx = FloatVector.fromArray(FLOATS, x, place, isLeft).sub(fromX);
            FloatVector dy = FloatVector.fromArray(FLOATS, y, place, isLeft).sub(fromY);
            nearest = nearest.lanewise(MIN, dx.mul(dx).add(dy.mul(dy)), isLeft);
        }
        return nearest.reduceLanes(MIN);
    }
}

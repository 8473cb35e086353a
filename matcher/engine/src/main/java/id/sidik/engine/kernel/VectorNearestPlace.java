package id.sidik.engine.kernel;

import static id.sidik.engine.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/** {@link NearestPlace} with one of the others in each lane. */
public final class VectorNearestPlace {
    private VectorNearestPlace() {}

    /** As {@link NearestPlace#squares}. */
    public static void squares(
            float[] x, float[] y, int count, float[] fromX, float[] fromY, int fromCount, float[] squares) {
        for (int from = 0; from < fromCount; from += FLOATS.length()) {
            FloatVector atX = FloatVector.fromArray(FLOATS, fromX, from);
            FloatVector atY = FloatVector.fromArray(FLOATS, fromY, from);
            FloatVector nearest = FloatVector.broadcast(FLOATS, Float.MAX_VALUE);
            for (int place = 0; place < count; place++) {
                FloatVector dx = atX.sub(x[place]);
                FloatVector dy = atY.sub(y[place]);
                nearest = nearest.min(dx.mul(dx).add(dy.mul(dy)));
            }
            nearest.intoArray(squares, from);
        }
    }
}

package id.sidik.engine.kernel;

/** {@link NearestPlace}, place by place. */
public final class ScalarNearestPlace {
    private ScalarNearestPlace() {}

    /** As {@link NearestPlace#square}. */
    public static float square(float[] x, float[] y, int count, float fromX, float fromY) {
        float nearest = Float.MAX_VALUE;
        for (int place = 0; place < count; place++) {
            float dx = x[place] - fromX;
            float dy = y[place] - fromY;
            nearest = Math.min(nearest, dx * dx + dy * dy);
        }
        return nearest;
    }
}

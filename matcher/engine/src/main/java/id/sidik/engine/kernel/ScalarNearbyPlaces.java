package id.sidik.engine.kernel;

/** {@link NearbyPlaces}, place by place. */
public final class ScalarNearbyPlaces {
    private ScalarNearbyPlaces() {}

    /** As {@link NearbyPlaces#within}. */
    public static long within(float[] x, float[] y, int from, int count, float atX, float atY, float squareMax) {
        long near = 0;
        for (int place = 0; place < count; place++) {
            float dx = x[from + place] - atX;
            float dy = y[from + place] - atY;
            near |= dx * dx + dy * dy <= squareMax ? 1L << place : 0;
        }
        return near;
    }
}

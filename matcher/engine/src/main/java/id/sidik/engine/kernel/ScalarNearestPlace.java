package id.sidik.engine.kernel;

/** {@link NearestPlace}, one after the other. */
public final class ScalarNearestPlace {
    private ScalarNearestPlace() {}

    /** As {@link NearestPlace#squares}. */
    public static void squares(
            float[] x, float[] y, int count, float[] fromX, float[] fromY, int fromCount, float[] squares) {
        for (int from = 0; from < fromCount; from++) {
            float nearest = Float.MAX_VALUE;
            for (int place = 0; place < count; place++) {
                float dx = x[place] - fromX[from];
                float dy = y[place] - fromY[from];
                nearest = Math.min(nearest, dx * dx + dy * dy);
            }
            squares[from] = nearest;
        }
    }
}

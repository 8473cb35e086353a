package id.sidik.engine.kernel;

/** {@link SmoothDisplacement}, place by place. */
public final class ScalarSmoothDisplacement {
    private ScalarSmoothDisplacement() {}

    /** As {@link SmoothDisplacement#move}. */
    public static void move(KnownDisplacements known, float[] x, float[] y, int count, float[] movedX, float[] movedY) {
        for (int place = 0; place < count; place++) {
            float weight = SmoothDisplacement.STIFFNESS;
            float sumX = 0;
            float sumY = 0;
            for (int each = 0; each < known.count(); each++) {
                if (known.place[each] != place) {
                    float near = SmoothDisplacement.nearness(x[place] - known.x[each], y[place] - known.y[each]);
                    weight += near;
                    sumX += near * known.dx[each];
                    sumY += near * known.dy[each];
                }
            }
            movedX[place] = x[place] + sumX / weight;
            movedY[place] = y[place] + sumY / weight;
        }
    }
}

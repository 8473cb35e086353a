package id.sidik.engine.synthesis;

/**
 * A random value that changes slowly over the plane: a uniform cubic B-spline over random coefficients, twice
 * continuously differentiable, mean about 0.
 */
final class SmoothField {
    /** Standard deviation of the spline over uniform coefficients in [-1, 1): 151/315 per axis, times 1/sqrt(3). */
    private static final double SPLINE_SD = 0.277;

    private final double knotPx;
    private final int columns;
    private final int rows;
    private final float[] coefficients;

    /**
     * @param knotPx distance between coefficients: features are about twice as large
     * @param standardDeviation of the value
     */
    SmoothField(Draws draws, int widthPx, int heightPx, double knotPx, double standardDeviation) {
        this.knotPx = knotPx;
        this.columns = (int) (widthPx / knotPx) + 4;
        this.rows = (int) (heightPx / knotPx) + 4;
        this.coefficients = new float[columns * rows];
        double scale = standardDeviation / SPLINE_SD;
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = (float) (draws.noise() * scale);
        }
    }

    /** The value at a place, in pixels; outside the plane the value at the nearest edge. */
    double at(double x, double y) {
        double u = Math.clamp(x / knotPx, 0, columns - 4.001);
        double v = Math.clamp(y / knotPx, 0, rows - 4.001);
        int column = (int) u;
        int row = (int) v;
        double fu = u - column;
        double fv = v - row;
        double u0 = weight(0, fu);
        double u1 = weight(1, fu);
        double u2 = weight(2, fu);
        double u3 = weight(3, fu);
        double sum = 0;
        for (int j = 0; j < 4; j++) {
            int base = (row + j) * columns + column;
            double line = u0 * coefficients[base]
                    + u1 * coefficients[base + 1]
                    + u2 * coefficients[base + 2]
                    + u3 * coefficients[base + 3];
            sum += weight(j, fv) * line;
        }
        return sum;
    }

    private static double weight(int i, double t) {
        double s = 1 - t;
        return switch (i) {
            case 0 -> s * s * s / 6;
            case 1 -> (3 * t * t * t - 6 * t * t + 4) / 6;
            case 2 -> (3 * s * s * s - 6 * s * s + 4) / 6;
            default -> t * t * t / 6;
        };
    }
}

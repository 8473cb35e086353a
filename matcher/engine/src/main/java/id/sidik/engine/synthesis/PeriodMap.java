package id.sidik.engine.synthesis;

/**
 * The distance from one ridge to the next at every place.
 *
 * <p>Where ridges fan out they also grow wider, as on real fingers. Were the period the same everywhere, each fan would
 * force new ridges in at the same places on every finger of a class, and strangers would resemble each other. Along a
 * ridge of direction {@code t} with normal {@code n}, a period without new ridges obeys {@code t·∇(ln period) = n·∇θ}; we
 * solve that by least squares, held near the finger's mean, and add a variation of the finger's own.
 */
final class PeriodMap {
    private static final int CELL_PX = 8;
    private static final int ROUNDS = 120;

    /** Of one gradient step; below 2 / |D|², where |D|² is at most 2 for central differences along a unit vector. */
    private static final float STEP = 0.45f;

    /** How strongly the period is held near the mean, in units of a cell: gives way over about 65 px. */
    private static final float PULL_TO_MEAN = 0.015f;

    private static final double STRETCH_MAX = 0.25;
    private static final double VARIATION_KNOT_PX = 35;
    private static final double VARIATION = 0.12;

    private final double meanPx;
    private final int columns;
    private final float[] stretch;
    private final SmoothField variation;

    private PeriodMap(double meanPx, int columns, float[] stretch, SmoothField variation) {
        this.meanPx = meanPx;
        this.columns = columns;
        this.stretch = stretch;
        this.variation = variation;
    }

    static PeriodMap draw(Draws draws, OrientationField orientation, double meanPx, int widthPx, int heightPx) {
        int columns = widthPx / CELL_PX;
        int rows = heightPx / CELL_PX;
        SmoothField variation = new SmoothField(draws, widthPx, heightPx, VARIATION_KNOT_PX, VARIATION);
        return new PeriodMap(meanPx, columns, stretch(orientation, columns, rows), variation);
    }

    /** In pixels, within a third of the finger's mean. */
    double at(int x, int y) {
        int row = Math.min(y / CELL_PX, stretch.length / columns - 1);
        double logStretch = stretch[row * columns + Math.min(x / CELL_PX, columns - 1)];
        return meanPx * (1 + Math.clamp(logStretch, -STRETCH_MAX, STRETCH_MAX) + variation.at(x, y));
    }

    /** Natural logarithm of period over mean, a value for each cell. */
    private static float[] stretch(OrientationField orientation, int columns, int rows) {
        int cells = columns * rows;
        float[] tangentX = new float[cells];
        float[] tangentY = new float[cells];
        float[] fanning = new float[cells];
        for (int row = 1; row < rows - 1; row++) {
            for (int column = 1; column < columns - 1; column++) {
                int x = column * CELL_PX + CELL_PX / 2;
                int y = row * CELL_PX + CELL_PX / 2;
                double down = -orientation.at(x, y); // y points down here, up in the orientation field
                double cos = StrictMath.cos(down);
                double sin = StrictMath.sin(down);
                double turnX = turn(orientation.at(x - CELL_PX, y), orientation.at(x + CELL_PX, y)) / 2;
                double turnY = turn(orientation.at(x, y - CELL_PX), orientation.at(x, y + CELL_PX)) / 2;
                int cell = row * columns + column;
                tangentX[cell] = (float) cos;
                tangentY[cell] = (float) sin;
                fanning[cell] = (float) (-sin * turnX + cos * turnY);
            }
        }
        float[] stretch = new float[cells];
        for (int round = 0; round < ROUNDS; round++) {
            descend(stretch, tangentX, tangentY, fanning, columns, rows);
        }
        return stretch;
    }

    /** One step of gradient descent on the squared misfit of all cells. */
    private static void descend(
            float[] stretch, float[] tangentX, float[] tangentY, float[] fanning, int columns, int rows) {
        float[] gradient = new float[stretch.length];
        for (int row = 1; row < rows - 1; row++) {
            for (int column = 1; column < columns - 1; column++) {
                int cell = row * columns + column;
                float halfX = tangentX[cell] / 2;
                float halfY = tangentY[cell] / 2;
                float misfit = halfX * (stretch[cell + 1] - stretch[cell - 1])
                        + halfY * (stretch[cell + columns] - stretch[cell - columns])
                        - fanning[cell];
                gradient[cell + 1] += halfX * misfit;
                gradient[cell - 1] -= halfX * misfit;
                gradient[cell + columns] += halfY * misfit;
                gradient[cell - columns] -= halfY * misfit;
            }
        }
        for (int cell = 0; cell < stretch.length; cell++) {
            stretch[cell] -= STEP * (gradient[cell] + PULL_TO_MEAN * stretch[cell]);
        }
    }

    /** From one direction to another in picture coordinates, the short way round: -pi/2 to pi/2. */
    private static double turn(double from, double to) {
        double turns = (from - to) / StrictMath.PI;
        return (turns - Math.rint(turns)) * StrictMath.PI;
    }
}

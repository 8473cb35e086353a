package id.sidik.engine.synthesis;

/** The direction of the ridges at every place of a fingertip: the flow of its {@link RidgePattern}, and a wander of its own. */
final class OrientationField {
    /** Side of the square cells in which the direction is held constant. */
    private static final int CELL_PX = 2;

    private static final double WANDER_KNOT_PX = 45;
    private static final double WANDER_RAD = 0.20;

    private final int columns;
    private final float[] radians;

    private OrientationField(int columns, float[] radians) {
        this.columns = columns;
        this.radians = radians;
    }

    static OrientationField draw(Draws draws, PatternClass pattern, int widthPx, int heightPx) {
        int columns = (widthPx + CELL_PX - 1) / CELL_PX;
        int rows = (heightPx + CELL_PX - 1) / CELL_PX;
        float[] radians = new float[columns * rows];
        RidgePattern flow = RidgePattern.draw(draws, pattern, widthPx / 2.0, heightPx);
        SmoothField wander = new SmoothField(draws, widthPx, heightPx, WANDER_KNOT_PX, WANDER_RAD);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double x = (column + 0.5) * CELL_PX;
                double y = (row + 0.5) * CELL_PX;
                radians[row * columns + column] = (float) (flow.at(x, y) + wander.at(x, y));
            }
        }
        return new OrientationField(columns, radians);
    }

    /** Direction of the ridge in radians, counter-clockwise from the x axis as seen on the picture; any multiple of pi may be added. */
    float at(int x, int y) {
        return radians[y / CELL_PX * columns + x / CELL_PX];
    }
}

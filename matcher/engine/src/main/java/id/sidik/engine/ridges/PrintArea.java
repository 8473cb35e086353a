package id.sidik.engine.ridges;

/**
 * Where the print lies: where ridges are clear and contrast is that of the print. Worn areas stay in, as long as their
 * neighbours tell how their ridges run; frames and edges of the sensor stay out, since contrast there is a line and not an area.
 */
final class PrintArea {
    static final int CELL_PX = ContrastMap.CELL_PX;

    private static final double CONFIDENCE_MIN = 0.30;
    private static final double LINE_RADIUS_CELLS = 3;
    private static final double GAP_RADIUS_CELLS = 2;
    private static final double SPIKE_RADIUS_CELLS = 3;
    private static final int HOLE_CELLS = 250;
    private static final double PART_SHARE_MIN = 0.15;

    final CellSet cells;
    private final Plane depth;

    private PrintArea(CellSet cells) {
        this.cells = cells;
        this.depth = new Plane(cells.width, cells.height);
        float[] distance = cells.depth();
        for (int cell = 0; cell < distance.length; cell++) {
            depth.values[cell] = (distance[cell] - 0.5f) * CELL_PX;
        }
    }

    static PrintArea of(ContrastMap contrast, RidgeFlow flow) {
        Plane detail = contrast.detail();
        CellSet strong = new CellSet(
                        detail.width, detail.height, cell -> detail.values[cell] > contrast.ridgeDetailMin())
                .opened(LINE_RADIUS_CELLS);
        CellSet clear = new CellSet(
                detail.width,
                detail.height,
                cell -> strong.holds[cell] && isClear(flow, cell % detail.width, cell / detail.width));
        return new PrintArea(clear.closed(GAP_RADIUS_CELLS)
                .opened(SPIKE_RADIUS_CELLS)
                .withoutParts(PART_SHARE_MIN)
                .withoutHoles(HOLE_CELLS));
    }

    private static boolean isClear(RidgeFlow flow, int col, int row) {
        return flow.confidenceAt((col + 0.5) * CELL_PX - 0.5, (row + 0.5) * CELL_PX - 0.5) > CONFIDENCE_MIN;
    }

    boolean holds(double x, double y) {
        return cells.at((int) Math.floor(x / CELL_PX), (int) Math.floor(y / CELL_PX));
    }

    /** How far inside the print a pixel lies, in pixels; negative outside. */
    double depthPxAt(double x, double y) {
        return depth.between((x + 0.5) / CELL_PX - 0.5, (y + 0.5) / CELL_PX - 0.5);
    }
}

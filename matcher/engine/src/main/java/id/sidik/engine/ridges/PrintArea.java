package id.sidik.engine.ridges;

import java.util.Arrays;

/**
 * Where the print lies: where ridges are clear and contrast is that of the print. Worn areas stay in, as long as their
 * neighbours tell how their ridges run; frames and edges of the sensor stay out, since contrast there is a line and not an area.
 */
final class PrintArea {
    static final int CELL_PX = ContrastMap.CELL_PX;

    /** What is as clear as this is part of any print, and what is less clear than that of none. */
    private static final double CLEAR_CEILING = 0.30;

    private static final double CLEAR_FLOOR = 0.18;
    private static final double CLEAREST_QUANTILE = 0.75;
    private static final double CLEAREST_SHARE = 0.6;

    /** Where ridges are beyond doubt, as in a wet print, less contrast will do. */
    private static final double SURE_MIN = 0.6;

    private static final double SURE_CONTRAST_SHARE = 0.4;
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
        Plane confidence = confidence(flow, detail.width, detail.height);
        double strong = contrast.ridgeDetailMin();
        CellSet contrasting = new CellSet(
                        detail.width,
                        detail.height,
                        cell -> detail.values[cell]
                                > (confidence.values[cell] > SURE_MIN ? SURE_CONTRAST_SHARE * strong : strong))
                .opened(LINE_RADIUS_CELLS);
        double clear = clearMin(confidence, contrasting);
        return new PrintArea(new CellSet(
                        detail.width, detail.height, cell -> contrasting.holds[cell] && confidence.values[cell] > clear)
                .closed(GAP_RADIUS_CELLS)
                .opened(SPIKE_RADIUS_CELLS)
                .withoutParts(PART_SHARE_MIN)
                .withoutHoles(HOLE_CELLS));
    }

    private static Plane confidence(RidgeFlow flow, int width, int height) {
        Plane confidence = new Plane(width, height);
        for (int cell = 0; cell < confidence.values.length; cell++) {
            int col = cell % width;
            int row = cell / width;
            confidence.values[cell] =
                    (float) flow.confidenceAt((col + 0.5) * CELL_PX - 0.5, (row + 0.5) * CELL_PX - 0.5);
        }
        return confidence;
    }

    /** A print that is dry or noisy all over is judged by its own clearest parts. */
    private static double clearMin(Plane confidence, CellSet contrasting) {
        float[] seen = new float[confidence.values.length];
        int count = 0;
        for (int cell = 0; cell < seen.length; cell++) {
            if (contrasting.holds[cell]) {
                seen[count++] = confidence.values[cell];
            }
        }
        Arrays.sort(seen, 0, count);
        double clearest = count == 0 ? 1 : seen[(int) (CLEAREST_QUANTILE * count)];
        return Math.clamp(CLEAREST_SHARE * clearest, CLEAR_FLOOR, CLEAR_CEILING);
    }

    boolean holds(double x, double y) {
        return cells.at((int) Math.floor(x / CELL_PX), (int) Math.floor(y / CELL_PX));
    }

    /** How far inside the print a pixel lies, in pixels; negative outside. */
    double depthPxAt(double x, double y) {
        return depth.between((x + 0.5) / CELL_PX - 0.5, (y + 0.5) / CELL_PX - 0.5);
    }
}

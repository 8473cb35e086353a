package id.sidik.bridge.console.explain;

import id.sidik.engine.ridges.RidgeAnalysis;

/** The border of the area that was taken for the print, as the data of an SVG path. It runs between cells of 4 x 4 px. */
final class PrintOutline {
    private static final int CELL_PX = 4;

    private final RidgeAnalysis analysis;
    private final int cols;
    private final int rows;
    private final StringBuilder path = new StringBuilder();

    private PrintOutline(Impression.Usable print) {
        analysis = print.analysis();
        cols = print.features().widthPx() / CELL_PX;
        rows = print.features().heightPx() / CELL_PX;
    }

    static String of(Impression.Usable print) {
        PrintOutline outline = new PrintOutline(print);
        for (int row = 0; row <= outline.rows; row++) {
            outline.addAlong(row);
        }
        for (int col = 0; col <= outline.cols; col++) {
            outline.addDown(col);
        }
        return outline.path.toString();
    }

    private boolean isPrint(int col, int row) {
        boolean isInside = col >= 0 && row >= 0 && col < cols && row < rows;
        return isInside && analysis.isPrintAt(col * CELL_PX + CELL_PX / 2, row * CELL_PX + CELL_PX / 2);
    }

    /** The parts of the border that lie above a row of cells. */
    private void addAlong(int row) {
        int start = 0;
        for (int col = 0; col <= cols; col++) {
            if (isPrint(col, row) == isPrint(col, row - 1)) {
                addLine(start, row, 'h', col - start);
                start = col + 1;
            }
        }
    }

    /** The parts of the border that lie left of a column of cells. */
    private void addDown(int col) {
        int start = 0;
        for (int row = 0; row <= rows; row++) {
            if (isPrint(col, row) == isPrint(col - 1, row)) {
                addLine(col, start, 'v', row - start);
                start = row + 1;
            }
        }
    }

    private void addLine(int col, int row, char command, int cells) {
        if (cells > 0) {
            path.append('M').append(col * CELL_PX).append(' ').append(row * CELL_PX);
            path.append(command).append(cells * CELL_PX);
        }
    }
}

package id.sidik.benchmarks.accuracy;

import id.sidik.benchmarks.pictures.Transform.Edge;
import id.sidik.engine.comparison.Explanation;
import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.RidgeField;

/**
 * What of a finger two prints both show, in cells of the probe's ridge field: those whose middle lies in the other print, too, when
 * the probe is laid on it. Immutable.
 */
final class CommonArea {
    private final FingerFeatures probe;
    private final boolean[] isCommon;
    private final int smallerPrintCells;

    private CommonArea(FingerFeatures probe, boolean[] isCommon, int smallerPrintCells) {
        this.probe = probe;
        this.isCommon = isCommon;
        this.smallerPrintCells = smallerPrintCells;
    }

    /** @param laid how the probe lies on its mate */
    static CommonArea of(FingerFeatures probe, FingerFeatures mate, Explanation laid) {
        RidgeField field = probe.field();
        double turn = Math.toRadians(laid.turnDeg());
        double cos = laid.probeScale() * Math.cos(turn);
        double sin = laid.probeScale() * Math.sin(turn);
        boolean[] isCommon = new boolean[field.cols() * field.rows()];
        for (int cell = 0; cell < isCommon.length; cell++) {
            int col = cell % field.cols();
            int row = cell / field.cols();
            double x = (col + 0.5) * RidgeField.CELL_PX;
            double y = (row + 0.5) * RidgeField.CELL_PX;
            isCommon[cell] = isPrintAt(field, x, y)
                    && isPrintAt(
                            mate.field(), cos * x - sin * y + laid.shiftXPx(), sin * x + cos * y + laid.shiftYPx());
        }
        double mateCells = cells(mate.field()) / (laid.probeScale() * laid.probeScale());
        return new CommonArea(probe, isCommon, (int) Math.min(cells(field), mateCells));
    }

    private static boolean isPrintAt(RidgeField field, double x, double y) {
        return field.stepAt((int) Math.floor(x / RidgeField.CELL_PX), (int) Math.floor(y / RidgeField.CELL_PX))
                != RidgeField.OUTSIDE;
    }

    private static int cells(RidgeField field) {
        int cells = 0;
        for (int cell = 0; cell < field.cols() * field.rows(); cell++) {
            cells += field.stepAt(cell % field.cols(), cell / field.cols()) == RidgeField.OUTSIDE ? 0 : 1;
        }
        return cells;
    }

    int cells() {
        int cells = 0;
        for (boolean each : isCommon) {
            cells += each ? 1 : 0;
        }
        return cells;
    }

    /** How large the smaller of the two prints is. */
    int smallerPrintCells() {
        return smallerPrintCells;
    }

    /** How far the probe must be moved over an edge until so many of the cells are left; 0 if there are no more than that now. */
    int pxToLeave(double cellsLeft, Edge over) {
        double toLose = cells() - cellsLeft;
        int lines = over.isAcross() ? probe.field().cols() : probe.field().rows();
        int line = 0;
        while (line < lines && toLose > common(line, over)) {
            toLose -= common(line++, over);
        }
        if (toLose <= 0 || line == lines) {
            return 0;
        }
        double linesLost = line + toLose / common(line, over);
        int sidePx = over.isAcross() ? probe.widthPx() : probe.heightPx();
        double beyondPx =
                over.isFirst() ? 0 : lines * RidgeField.CELL_PX - sidePx; // of the last cell, outside the image
        return (int) Math.round(linesLost * RidgeField.CELL_PX - beyondPx);
    }

    /** How many cells a line of the field has in common, counted from an edge. */
    private int common(int line, Edge over) {
        int cols = probe.field().cols();
        int rows = probe.field().rows();
        int place = over.isFirst() ? line : (over.isAcross() ? cols : rows) - 1 - line;
        int cells = 0;
        for (int i = 0; i < (over.isAcross() ? rows : cols); i++) {
            cells += isCommon[over.isAcross() ? i * cols + place : place * cols + i] ? 1 : 0;
        }
        return cells;
    }
}

package id.sidik.engine.quality;

import id.sidik.engine.features.RidgeField;

/**
 * How the ridges of a print turn. Those of a fingertip run around its middle, so they take many orientations; but each is nearly
 * parallel to its neighbours. Stripes and fabrics do not turn; clouds, text and tiles turn at every step.
 *
 * @param cells of the field that lie in the print
 * @param bend mean angle between neighbouring cells, radians
 * @param variety 0 when all ridges are parallel, 1 when all orientations are equally common
 */
record FlowShape(int cells, double bend, double variety) {
    private static final double STEP_RAD = Math.PI / RidgeField.STEPS;

    static FlowShape of(RidgeField field) {
        int cells = 0;
        int neighbours = 0;
        int bend = 0;
        double cosines = 0;
        double sines = 0;
        for (int row = 0; row < field.rows(); row++) {
            for (int col = 0; col < field.cols(); col++) {
                int step = field.stepAt(col, row);
                if (step == RidgeField.OUTSIDE) {
                    continue;
                }
                cells++;
                cosines += Math.cos(2 * step * STEP_RAD);
                sines += Math.sin(2 * step * STEP_RAD);
                for (int next : new int[] {field.stepAt(col + 1, row), field.stepAt(col, row + 1)}) {
                    if (next != RidgeField.OUTSIDE) {
                        neighbours++;
                        bend += between(step, next);
                    }
                }
            }
        }
        return new FlowShape(
                cells,
                neighbours == 0 ? 0 : bend * STEP_RAD / neighbours,
                cells == 0 ? 0 : 1 - Math.hypot(cosines, sines) / cells);
    }

    /** In steps; an orientation is the same after a half turn. */
    private static int between(int step, int next) {
        int apart = Math.abs(step - next);
        return Math.min(apart, RidgeField.STEPS - apart);
    }
}

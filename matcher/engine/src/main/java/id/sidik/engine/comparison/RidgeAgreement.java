package id.sidik.engine.comparison;

import id.sidik.engine.features.RidgeField;
import id.sidik.engine.kernel.CodePlanes;
import id.sidik.engine.kernel.FourSums;

/**
 * Whether the ridges themselves lie on each other where two prints overlap. Each cell holds the phase of its ridges; the probe's cells
 * are moved as its minutiae were, and their phases compared with the reference's there. Minutiae place a print no better than to half
 * a ridge, so small shifts of the whole are tried. Strangers' ridges run alike over large parts, but beside each other. Scratch memory
 * of one comparison.
 */
final class RidgeAgreement {
    /** A print has some 250 cells; what is beyond is not looked at. */
    private static final int CELLS_MAX = 1024;

    private static final int PLACES_MAX = CELLS_MAX + CodePlanes.LANES_MAX;

    /** How far the whole may be shifted, and in which steps: less than half a period. */
    private static final int SHIFT_MAX_PX = 6;

    private static final int SHIFT_STEP_PX = 2;

    /** Ridges that are turned further against each other, by 37 degrees, can not lie on each other: the cosine. */
    private static final float PARALLEL_MIN = 0.8f;

    private static final float TURNS_AHEAD = 64 * Angles.TURN;

    /** As if so many more cells agreed by nothing: in a small overlap agreement is chance. */
    private static final float SHRINKAGE = 10;

    private final float[] x = new float[PLACES_MAX];
    private final float[] y = new float[PLACES_MAX];
    private final float[] movedX = new float[PLACES_MAX];
    private final float[] movedY = new float[PLACES_MAX];
    private final int[] normal = new int[CELLS_MAX];
    private final int[] phase = new int[CELLS_MAX];

    /** The difference of phases in each cell as a complex number, and by what a step turns it. */
    private final float[] re = new float[CELLS_MAX];

    private final float[] im = new float[CELLS_MAX];
    private final float[] shiftedRe = new float[CELLS_MAX];
    private final float[] shiftedIm = new float[CELLS_MAX];
    private final float[] rightRe = new float[CELLS_MAX];
    private final float[] rightIm = new float[CELLS_MAX];
    private final float[] downRe = new float[CELLS_MAX];
    private final float[] downIm = new float[CELLS_MAX];
    private int count;
    private float seenCos;
    private float seenSin;

    /**
     * The mean cosine between phases over the overlap, at the best of the shifts: 1 if all ridges lie on ridges. Both prints must have
     * phases. O(cells × (pairs + shifts)).
     */
    float of(PrintGeometry probe, PrintGeometry reference, Pairing pairing) {
        gatherCells(probe, pairing.motion().turn());
        pairing.move(probe, reference, x, y, count, movedX, movedY);
        compare(probe, reference);
        float best = 0;
        for (int down = -SHIFT_MAX_PX; down <= SHIFT_MAX_PX; down += SHIFT_STEP_PX) {
            System.arraycopy(re, 0, shiftedRe, 0, count);
            System.arraycopy(im, 0, shiftedIm, 0, count);
            for (int right = -SHIFT_MAX_PX; right <= SHIFT_MAX_PX; right += SHIFT_STEP_PX) {
                best = Math.max(best, FourSums.of(shiftedRe, count));
                turn(shiftedRe, shiftedIm, rightRe, rightIm, count);
            }
            turn(re, im, downRe, downIm, count);
        }
        return best / (count + SHRINKAGE);
    }

    private void gatherCells(PrintGeometry probe, int turn) {
        count = 0;
        for (int row = 0; row < probe.rows(); row++) {
            for (int col = 0; col < probe.cols() && count < CELLS_MAX; col++) {
                int ridge = probe.ridgeOf(col, row);
                if (ridge != PrintGeometry.OUTSIDE) {
                    x[count] = PrintGeometry.centrePx(col);
                    y[count] = PrintGeometry.centrePx(row);
                    normal[count] = ridge + Angles.TURN / 4 + turn;
                    phase[count++] = probe.phaseOf(col, row);
                }
            }
        }
    }

    /** Keeps the cells that lie in the reference, each as at the first of the shifts. */
    private void compare(PrintGeometry probe, PrintGeometry reference) {
        float anglePerPx = (probe.anglePerPx() + reference.anglePerPx()) / 2;
        int kept = 0;
        for (int cell = 0; cell < count; cell++) {
            if (reference.isPrintAt(movedX[cell], movedY[cell])) {
                lookAt(reference, movedX[cell], movedY[cell], normal[cell]);
                float right = anglePerPx * Angles.cos(normal[cell]);
                float down = anglePerPx * Angles.sin(normal[cell]);
                int first = phase[cell] - angle(SHIFT_MAX_PX * (right + down));
                re[kept] = Angles.cos(first) * seenCos + Angles.sin(first) * seenSin;
                im[kept] = Angles.sin(first) * seenCos - Angles.cos(first) * seenSin;
                rightRe[kept] = Angles.cos(angle(SHIFT_STEP_PX * right));
                rightIm[kept] = Angles.sin(angle(SHIFT_STEP_PX * right));
                downRe[kept] = Angles.cos(angle(SHIFT_STEP_PX * down));
                downIm[kept++] = Angles.sin(angle(SHIFT_STEP_PX * down));
            }
        }
        count = kept;
    }

    /** The reference's wave at a place, between the four cells around it; shorter where these do not agree. */
    private void lookAt(PrintGeometry reference, float atX, float atY, int alongNormal) {
        float right = atX / RidgeField.CELL_PX - 0.5f;
        float down = atY / RidgeField.CELL_PX - 0.5f;
        int col = (int) (right + 1) - 1; // rounds down, since a place in the print lies at -0.5 or more
        int row = (int) (down + 1) - 1;
        seenCos = 0;
        seenSin = 0;
        float weight = 0;
        for (int corner = 0; corner < 4; corner++) {
            int toCol = corner & 1;
            int toRow = corner >> 1;
            float near = (1 - Math.abs(right - col - toCol)) * (1 - Math.abs(down - row - toRow));
            if (reference.isPrintOf(col + toCol, row + toRow)) {
                weight += near;
                addWave(reference, col + toCol, row + toRow, atX, atY, alongNormal, near);
            }
        }
        seenCos /= weight;
        seenSin /= weight;
    }

    private void addWave(
            PrintGeometry reference, int col, int row, float atX, float atY, int alongNormal, float weight) {
        int theirs = reference.ridgeOf(col, row) + Angles.TURN / 4;
        float parallel = Angles.cos(theirs - alongNormal);
        if (Math.abs(parallel) < PARALLEL_MIN) {
            return;
        }
        float acrossPx = Angles.cos(theirs) * (atX - PrintGeometry.centrePx(col))
                + Angles.sin(theirs) * (atY - PrintGeometry.centrePx(row));
        int there = reference.phaseOf(col, row) + angle(acrossPx * reference.anglePerPx());
        seenCos += weight * Angles.cos(there);
        seenSin += weight * (parallel < 0 ? -Angles.sin(there) : Angles.sin(there));
    }

    /** Rounded, which is quicker above zero than at either side of it; whole turns do not matter. */
    private static int angle(float angle) {
        return (int) (angle + TURNS_AHEAD + 0.5f);
    }

    /** Element by element, which a compiler turns into vectors without changing a bit. */
    private static void turn(float[] re, float[] im, float[] byRe, float[] byIm, int count) {
        for (int cell = 0; cell < count; cell++) {
            float turnedRe = re[cell] * byRe[cell] - im[cell] * byIm[cell];
            float turnedIm = re[cell] * byIm[cell] + im[cell] * byRe[cell];
            re[cell] = turnedRe;
            im[cell] = turnedIm;
        }
    }
}

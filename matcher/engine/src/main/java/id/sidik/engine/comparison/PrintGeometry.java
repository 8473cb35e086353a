package id.sidik.engine.comparison;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.MinutiaType;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;
import id.sidik.engine.kernel.NearbyPlaces;
import id.sidik.engine.kernel.NearestPlace;

/**
 * The minutiae and the ridge field of one print in flat arrays, minutiae in the order of their directions so that those that
 * may correspond are a run of them. Holds at most {@link #MINUTIAE_MAX}: the best. Angles are in 256ths of a turn. Immutable.
 */
final class PrintGeometry {
    static final int MINUTIAE_MAX = 128;

    /** What {@link #ridgeAt} says of a place outside the print. */
    static final int OUTSIDE = -1;

    /** Marks a cell whose eight neighbours are in the print, too. */
    private static final int INTERIOR = 0x80;

    private static final int ORIENTATION_MASK = 0x7f;

    /** Where the phase of a cell begins. */
    private static final int PHASE_SHIFT = 8;

    private static final int PHASE_ANGLE = Angles.TURN / RidgeField.PHASES;

    /** Of minutiae whose template does not say: what the middle one of ours has. Ours are never 0. */
    private static final float UNKNOWN_QUALITY = 0.5f;

    /** The steps of a field as 256ths of a turn. */
    private static final short[] ORIENTATIONS = orientations();

    private static final int CELL_SHIFT = Integer.numberOfTrailingZeros(RidgeField.CELL_PX);

    private final int count;
    private final float[] x;
    private final float[] y;
    private final byte[] direction;
    private final float[] quality;
    private final byte[] type;
    private final byte[] number;
    private final byte[] firstOfDirection;
    private final int cols;
    private final int rows;
    private final short[] cells;
    private final boolean hasPhases;
    private final float anglePerPx;

    private PrintGeometry(Minutiae minutiae, RidgeField field, double ridgePeriodPx) {
        count = Math.min(minutiae.count(), MINUTIAE_MAX);
        x = new float[count];
        y = new float[count];
        direction = new byte[count];
        quality = new float[count];
        type = new byte[count];
        number = new byte[count];
        byte[] inOrder = directions(minutiae, count);
        firstOfDirection = firstOfDirections(inOrder);
        place(minutiae, inOrder);
        cols = field.cols();
        rows = field.rows();
        cells = cellsOf(field);
        hasPhases = field.hasPhases();
        anglePerPx = ridgePeriodPx > 0 ? (float) (Angles.TURN / ridgePeriodPx) : 0;
    }

    static PrintGeometry of(FingerFeatures features) {
        RidgeField field = features.field().isEmpty() ? ImpliedField.of(features) : features.field();
        return new PrintGeometry(features.minutiae(), field, features.ridgePeriodPx());
    }

    private static byte[] directions(Minutiae minutiae, int count) {
        byte[] directions = new byte[count];
        for (int minutia = 0; minutia < count; minutia++) {
            directions[minutia] = (byte) Angles.ofRadians(minutiae.direction(minutia));
        }
        return directions;
    }

    /** For each direction, and a full turn, how many minutiae have a smaller one. */
    private static byte[] firstOfDirections(byte[] directions) {
        byte[] first = new byte[Angles.TURN + 1];
        for (byte each : directions) {
            first[(each & 0xff) + 1]++;
        }
        for (int angle = 0; angle < Angles.TURN; angle++) {
            first[angle + 1] += first[angle];
        }
        return first;
    }

    /** Counting sort by direction, those of one direction in their order. */
    private void place(Minutiae minutiae, byte[] directions) {
        byte[] next = firstOfDirection.clone();
        for (int from = 0; from < count; from++) {
            int minutia = next[directions[from] & 0xff]++ & 0xff;
            x[minutia] = minutiae.x(from);
            y[minutia] = minutiae.y(from);
            direction[minutia] = directions[from];
            quality[minutia] = qualityOf(minutiae.quality(from));
            type[minutia] = (byte) minutiae.type(from).code();
            number[minutia] = (byte) from;
        }
    }

    private static float qualityOf(int quality) {
        return quality == 0 ? UNKNOWN_QUALITY : quality / (float) Minutiae.QUALITY_MAX;
    }

    private static short[] cellsOf(RidgeField field) {
        short[] cells = new short[field.cols() * field.rows()];
        for (int row = 0; row < field.rows(); row++) {
            int printAbove =
                    0; // of the columns to the left, one bit each: whether it and those above and below it are in the
            // print
            for (int col = 0; col <= field.cols(); col++) {
                printAbove = printAbove << 1 | (isInColumn(field, col, row) ? 1 : 0);
                if (col > 0) {
                    int phase = field.hasPhases() ? field.phaseAt(col - 1, row) : 0;
                    cells[row * field.cols() + col - 1] =
                            cellOf(field.stepAt(col - 1, row), phase, (printAbove & 7) == 7);
                }
            }
        }
        return cells;
    }

    /** Whether a cell, the one above and the one below lie in the print. */
    private static boolean isInColumn(RidgeField field, int col, int row) {
        return field.stepAt(col, row) != RidgeField.OUTSIDE
                && field.stepAt(col, row - 1) != RidgeField.OUTSIDE
                && field.stepAt(col, row + 1) != RidgeField.OUTSIDE;
    }

    private static short cellOf(int step, int phase, boolean isInterior) {
        if (step == RidgeField.OUTSIDE) {
            return OUTSIDE;
        }
        return (short) (phase << PHASE_SHIFT | ORIENTATIONS[step] | (isInterior ? INTERIOR : 0));
    }

    private static short[] orientations() {
        short[] orientations = new short[RidgeField.STEPS];
        for (int step = 0; step < RidgeField.STEPS; step++) {
            orientations[step] = (short) (Math.round(step * (Angles.TURN / 2f) / RidgeField.STEPS) & ORIENTATION_MASK);
        }
        return orientations;
    }

    int count() {
        return count;
    }

    float x(int minutia) {
        return x[minutia];
    }

    float y(int minutia) {
        return y[minutia];
    }

    int direction(int minutia) {
        return direction[minutia];
    }

    /** Squares of the distances from places to the minutia nearest to each, in px², as {@link NearestPlace#squares}. */
    void nearestSquares(float[] fromX, float[] fromY, int fromCount, float[] squares) {
        NearestPlace.squares(x, y, count, fromX, fromY, fromCount, squares);
    }

    /** Which of a run of minutiae lie near a place, as {@link NearbyPlaces#within}. */
    long within(int from, int run, float xPx, float yPx, float squareMax) {
        return NearbyPlaces.within(x, y, from, run, xPx, yPx, squareMax);
    }

    /** From 0, worst, to 1. */
    float quality(int minutia) {
        return quality[minutia];
    }

    /** Whether both are endings or both are bifurcations. A type that is not known is like none. */
    boolean sameType(int minutia, PrintGeometry other, int theirs) {
        return type[minutia] == other.type[theirs] && type[minutia] != MinutiaType.OTHER.code();
    }

    /** Which minutia of the template this one is. */
    int numberInTemplate(int minutia) {
        return number[minutia] & 0xff;
    }

    int cols() {
        return cols;
    }

    int rows() {
        return rows;
    }

    /** How the ridges run at a place, 0 to 127, or {@link #OUTSIDE}. */
    int ridgeAt(float xPx, float yPx) {
        int cell = cellAt(xPx, yPx);
        return cell == OUTSIDE ? OUTSIDE : cell & ORIENTATION_MASK;
    }

    /** Likewise in a cell of the field. */
    int ridgeOf(int col, int row) {
        int cell = cells[row * cols + col];
        return cell == OUTSIDE ? OUTSIDE : cell & ORIENTATION_MASK;
    }

    /** Whether a cell, which may lie beyond the field, is in the print. */
    boolean isPrintOf(int col, int row) {
        return col >= 0 && row >= 0 && col < cols && row < rows && cells[row * cols + col] != OUTSIDE;
    }

    /** Whether it is known where in the cells ridges lie, and how far apart. */
    boolean hasPhases() {
        return hasPhases;
    }

    /** By how much a phase grows across the ridges, in 256ths of a turn. */
    float anglePerPx() {
        return anglePerPx;
    }

    /** The phase in the middle of a cell of the print, in 256ths of a turn: it grows along {@link #ridgeOf} plus a quarter turn. */
    int phaseOf(int col, int row) {
        return (cells[row * cols + col] >> PHASE_SHIFT) * PHASE_ANGLE;
    }

    /** Whether the print goes on for at least a cell around the place: a minutia there would have been seen. */
    boolean isInteriorAt(float xPx, float yPx) {
        int cell = cellAt(xPx, yPx);
        return cell != OUTSIDE && (cell & INTERIOR) != 0;
    }

    /** The middle of a column or row of the field. */
    static float centrePx(int cell) {
        return (cell + 0.5f) * RidgeField.CELL_PX;
    }

    boolean isPrintAt(float xPx, float yPx) {
        return cellAt(xPx, yPx) != OUTSIDE;
    }

    private int cellAt(float xPx, float yPx) {
        if (!(xPx >= 0 && yPx >= 0)) {
            return OUTSIDE;
        }
        int col = (int) xPx >> CELL_SHIFT;
        int row = (int) yPx >> CELL_SHIFT;
        return col < cols && row < rows ? cells[row * cols + col] : OUTSIDE;
    }

    /** The first minutia whose direction is at least this one, in 256ths of a turn; the count if there is none. */
    int firstFrom(int direction) {
        return firstOfDirection[direction & (Angles.TURN - 1)] & 0xff;
    }

    /** How many minutiae have directions within an angle of this one, beginning with {@link #firstFrom} and going around. */
    int countAround(int direction, int angle) {
        int from = direction - angle & (Angles.TURN - 1);
        int to = from + 2 * angle + 1;
        return to <= Angles.TURN
                ? (firstOfDirection[to] & 0xff) - (firstOfDirection[from] & 0xff)
                : count - (firstOfDirection[from] & 0xff) + (firstOfDirection[to - Angles.TURN] & 0xff);
    }
}

package id.sidik.engine.comparison;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.MinutiaType;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The minutiae and the ridge field of one print in flat arrays, minutiae from top to bottom so that a strip of the print is a run
 * of them. Holds at most {@link #MINUTIAE_MAX}: the best. Angles are in 256ths of a turn. Immutable.
 */
final class PrintGeometry {
    static final int MINUTIAE_MAX = 128;

    /** What {@link #ridgeAt} says of a place outside the print. */
    static final int OUTSIDE = -1;

    /** Marks a cell whose eight neighbours are in the print, too. */
    private static final int INTERIOR = 0x80;

    private static final int ORIENTATION_MASK = 0x7f;
    private static final int CELL_SHIFT = Integer.numberOfTrailingZeros(RidgeField.CELL_PX);

    private final int count;
    private final float[] x;
    private final float[] y;
    private final byte[] direction;
    private final float[] quality;
    private final byte[] type;
    private final byte[] number;
    private final int cols;
    private final int rows;
    private final short[] cells;

    private PrintGeometry(Minutiae minutiae, RidgeField field) {
        count = Math.min(minutiae.count(), MINUTIAE_MAX);
        x = new float[count];
        y = new float[count];
        direction = new byte[count];
        quality = new float[count];
        type = new byte[count];
        number = new byte[count];
        int[] downwards = downwards(minutiae, count);
        for (int minutia = 0; minutia < count; minutia++) {
            int from = downwards[minutia];
            x[minutia] = minutiae.x(from);
            y[minutia] = minutiae.y(from);
            direction[minutia] = (byte) Angles.ofRadians(minutiae.direction(from));
            quality[minutia] = minutiae.quality(from) / (float) Minutiae.QUALITY_MAX;
            type[minutia] = (byte) minutiae.type(from).code();
            number[minutia] = (byte) from;
        }
        cols = field.cols();
        rows = field.rows();
        cells = cellsOf(field);
    }

    static PrintGeometry of(FingerFeatures features) {
        return new PrintGeometry(features.minutiae(), features.field());
    }

    private static int[] downwards(Minutiae minutiae, int count) {
        return IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(minutiae::y))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static short[] cellsOf(RidgeField field) {
        short[] cells = new short[field.cols() * field.rows()];
        for (int row = 0; row < field.rows(); row++) {
            for (int col = 0; col < field.cols(); col++) {
                cells[row * field.cols() + col] = cellOf(field, col, row);
            }
        }
        return cells;
    }

    private static short cellOf(RidgeField field, int col, int row) {
        int step = field.stepAt(col, row);
        if (step == RidgeField.OUTSIDE) {
            return OUTSIDE;
        }
        int orientation = Math.round(step * (Angles.TURN / 2f) / RidgeField.STEPS) & ORIENTATION_MASK;
        return (short) (isInterior(field, col, row) ? orientation | INTERIOR : orientation);
    }

    private static boolean isInterior(RidgeField field, int col, int row) {
        return IntStream.rangeClosed(-1, 1)
                .allMatch(down -> IntStream.rangeClosed(-1, 1)
                        .allMatch(right -> field.stepAt(col + right, row + down) != RidgeField.OUTSIDE));
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

    /** Likewise for a cell of the field. */
    int ridgeOf(int col, int row) {
        int cell = cells[row * cols + col];
        return cell == OUTSIDE ? OUTSIDE : cell & ORIENTATION_MASK;
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

    /** The first minutia at or below a height. O(log minutiae). */
    int firstFrom(float yPx) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (y[middle] < yPx) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

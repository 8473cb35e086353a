package id.sidik.engine.comparison;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.MinutiaType;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;
import java.util.Comparator;
import java.util.stream.IntStream;

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

    private PrintGeometry(Minutiae minutiae, RidgeField field) {
        count = Math.min(minutiae.count(), MINUTIAE_MAX);
        x = new float[count];
        y = new float[count];
        direction = new byte[count];
        quality = new float[count];
        type = new byte[count];
        number = new byte[count];
        int[] around = byDirection(minutiae, count);
        for (int minutia = 0; minutia < count; minutia++) {
            int from = around[minutia];
            x[minutia] = minutiae.x(from);
            y[minutia] = minutiae.y(from);
            direction[minutia] = (byte) Angles.ofRadians(minutiae.direction(from));
            quality[minutia] = minutiae.quality(from) / (float) Minutiae.QUALITY_MAX;
            type[minutia] = (byte) minutiae.type(from).code();
            number[minutia] = (byte) from;
        }
        firstOfDirection = firstOfDirections(direction);
        cols = field.cols();
        rows = field.rows();
        cells = cellsOf(field);
    }

    static PrintGeometry of(FingerFeatures features) {
        RidgeField field = features.field().isEmpty() ? ImpliedField.of(features) : features.field();
        return new PrintGeometry(features.minutiae(), field);
    }

    private static int[] byDirection(Minutiae minutiae, int count) {
        return IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingInt(minutia -> Angles.ofRadians(minutiae.direction(minutia))))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** For each direction, and a full turn, how many minutiae have a smaller one. */
    private static byte[] firstOfDirections(byte[] direction) {
        byte[] first = new byte[Angles.TURN + 1];
        for (byte each : direction) {
            for (int larger = (each & 0xff) + 1; larger <= Angles.TURN; larger++) {
                first[larger]++;
            }
        }
        return first;
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

    /** Whether a cell of the field lies in the print. */
    boolean isPrintOf(int col, int row) {
        return cells[row * cols + col] != OUTSIDE;
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

package id.sidik.engine.features;

import java.util.Arrays;
import java.util.Locale;

/**
 * Where a print lies and how its ridges run, on a grid of square cells from the image's upper left corner. An orientation has no
 * sense of direction: it is an angle within a half turn, towards the y axis (clockwise on a screen), in {@link #STEPS} steps of
 * 3°. Immutable.
 */
public final class RidgeField {
    public static final int CELL_PX = 16;
    public static final int STEPS = 60;

    /** What a cell holds that lies outside the print, or whose ridges can not be told. */
    public static final byte OUTSIDE = -1;

    /** Of a template that came without one. */
    public static final RidgeField NONE = new RidgeField(0, 0, new byte[0]);

    private final int cols;
    private final int rows;
    private final byte[] steps;

    private RidgeField(int cols, int rows, byte[] steps) {
        this.cols = cols;
        this.rows = rows;
        this.steps = steps;
    }

    /**
     * The field with these orientations.
     *
     * @param steps row by row, 0 to {@link #STEPS} - 1 or {@link #OUTSIDE}; copied
     * @throws IllegalArgumentException if there are not {@code cols} x {@code rows} such steps
     */
    public static RidgeField of(int cols, int rows, byte[] steps) {
        if (cols < 0 || rows < 0 || steps.length != cols * rows) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%d x %d cells are not %d", cols, rows, steps.length));
        }
        for (byte step : steps) {
            if (step < OUTSIDE || step >= STEPS) {
                throw new IllegalArgumentException("An orientation is -1 to " + (STEPS - 1) + ", not " + step);
            }
        }
        return new RidgeField(cols, rows, Arrays.copyOf(steps, steps.length));
    }

    public boolean isEmpty() {
        return steps.length == 0;
    }

    public int cols() {
        return cols;
    }

    public int rows() {
        return rows;
    }

    /** The orientation of a cell in steps, or {@link #OUTSIDE}; so, too, for a cell beyond the grid. */
    public int stepAt(int col, int row) {
        return col < 0 || row < 0 || col >= cols || row >= rows ? OUTSIDE : steps[row * cols + col];
    }

    /** The step nearest to an orientation. */
    public static byte stepOf(double orientationRad) {
        return (byte) Math.floorMod(Math.round(orientationRad / Math.PI * STEPS), STEPS);
    }

    /** Keeps the field out of logs. */
    @Override
    public String toString() {
        return "RidgeField[" + cols + " x " + rows + "]";
    }
}

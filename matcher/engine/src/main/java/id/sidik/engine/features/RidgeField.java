package id.sidik.engine.features;

import java.util.Arrays;
import java.util.Locale;

/**
 * Where a print lies and how its ridges run, on a grid of square cells from the image's upper left corner. An orientation has no
 * sense of direction: it is an angle within a half turn, towards the y axis (clockwise on a screen), in {@link #STEPS} steps of
 * 3°. May say where in a cell the ridges lie as well, as the phase of a wave: how far its middle is beyond the middle of a valley, along
 * the orientation plus a quarter turn, in {@link #PHASES} steps of a ridge period. Immutable.
 */
public final class RidgeField {
    public static final int CELL_PX = 16;
    public static final int STEPS = 60;

    /** Steps of a phase in a ridge period. */
    public static final int PHASES = 16;

    /** What a cell holds that lies outside the print, or whose ridges can not be told. */
    public static final byte OUTSIDE = -1;

    private static final byte[] NO_PHASES = {};

    /** Of a template that came without one. */
    public static final RidgeField NONE = of(0, 0, new byte[0]);

    private final int cols;
    private final int rows;
    private final byte[] steps;
    private final byte[] phases;

    private RidgeField(int cols, int rows, byte[] steps, byte[] phases) {
        this.cols = cols;
        this.rows = rows;
        this.steps = steps;
        this.phases = phases;
    }

    /**
     * The field with these orientations, and nothing of where ridges lie.
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
        return new RidgeField(cols, rows, Arrays.copyOf(steps, steps.length), NO_PHASES);
    }

    /**
     * The field with these phases as well; an empty one has none.
     *
     * @param phases of the cells in the print, 0 to {@link #PHASES} - 1; those of cells outside do not matter; copied
     * @throws IllegalArgumentException if there are not as many as cells, or one is none
     */
    public RidgeField with(byte[] phases) {
        if (phases.length != steps.length) {
            throw new IllegalArgumentException(steps.length + " cells do not have " + phases.length + " phases");
        }
        byte[] own = NO_PHASES;
        for (int cell = 0; cell < steps.length; cell++) {
            if (steps[cell] != OUTSIDE) {
                own = own.length == 0 ? new byte[steps.length] : own;
                if (phases[cell] < 0 || phases[cell] >= PHASES) {
                    throw new IllegalArgumentException("A phase is 0 to " + (PHASES - 1) + ", not " + phases[cell]);
                }
                own[cell] = phases[cell];
            }
        }
        return new RidgeField(cols, rows, steps, own);
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

    /** Whether it is known where in the cells the ridges lie. */
    public boolean hasPhases() {
        return phases.length > 0;
    }

    /** The phase of a cell within the grid; 0 outside the print. Only if there are {@linkplain #hasPhases phases}. */
    public int phaseAt(int col, int row) {
        return phases[row * cols + col];
    }

    /** The phase nearest to a part of a period. */
    public static byte phaseOf(double periods) {
        return (byte) Math.floorMod(Math.round(periods * PHASES), PHASES);
    }

    /** How far a place lies from another one across ridges of an orientation, in the sense in which phases grow. */
    public static double acrossPx(int step, double dx, double dy) {
        double orientation = step * Math.PI / STEPS;
        return dy * Math.cos(orientation) - dx * Math.sin(orientation);
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

package id.sidik.engine.template;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.MinutiaType;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.image.SampleFault;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.BufferUnderflowException;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Our own compact template: 6 bytes a minutia and 3 bits a field cell; some 600 bytes for a usual print.
 *
 * <pre>
 *  width u16 | height u16 | ridge period u8, 1/8 px | minutiae n u8 |
 *  n × 48 bits: x 14, y 14 (1/4 px), direction 12 (1/4096 turn), type 2, quality 6 |
 *  field's first col u8, first row u8, whether orientations are coded 1 bit, cols 7 bits, whether phases follow 1 bit, rows 7 bits |
 *  cols × rows orientations: by {@link OrientationCode}, or 6 bits each: 3° steps, 63 = outside | zero bits to the byte |
 *  phases: 4 bits for each cell that is not outside | zero bits to the byte
 * </pre>
 *
 * Of the field only the rectangle that holds the print is written. Phases are left out where they are not known: our older templates
 * end before them. Nor do those code their orientations: they are read, and written no more. But for this one print has one encoding:
 * whatever else is refused.
 */
public final class SidikPayload {
    public static final Algorithm ALGORITHM = new Algorithm("sidik", "1");

    private static final double POSITION_STEPS_PER_PX = 4;
    private static final double PERIOD_STEPS_PER_PX = 8;
    /** Steps of a direction in a full turn. */
    public static final int DIRECTION_STEPS = 4096;

    private static final double FULL_TURN = 2 * Math.PI;
    private static final VarHandle U16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle U32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final int MINUTIA_BYTES = 6;
    private static final int HEADER_BYTES = 6;
    private static final int POSITION_BITS = 14;
    private static final int DIRECTION_BITS = 12;
    private static final int TYPE_BITS = 2;
    private static final int QUALITY_BITS = 6;
    private static final int PHASE_BITS = 4;

    /** Beside a count of columns or of rows, of which an image has 125 at most. */
    private static final int FLAG = 0x80;

    private SidikPayload() {}

    /** The smallest rectangle of cells that holds the print. */
    private record Crop(int col, int row, int cols, int rows) {
        static Crop of(RidgeField field) {
            int left = field.cols();
            int top = field.rows();
            int right = -1;
            int bottom = -1;
            for (int row = 0; row < field.rows(); row++) {
                for (int col = 0; col < field.cols(); col++) {
                    if (field.stepAt(col, row) != RidgeField.OUTSIDE) {
                        left = Math.min(left, col);
                        right = Math.max(right, col);
                        top = Math.min(top, row);
                        bottom = Math.max(bottom, row);
                    }
                }
            }
            return right < 0 ? new Crop(0, 0, 0, 0) : new Crop(left, top, right - left + 1, bottom - top + 1);
        }

        int cells() {
            return cols * rows;
        }

        boolean holds(RidgeField field, int cell) {
            return field.stepAt(colOf(cell), rowOf(cell)) != RidgeField.OUTSIDE;
        }

        int colOf(int cell) {
            return col + cell % cols;
        }

        int rowOf(int cell) {
            return row + cell / cols;
        }

        /** Of the cell in the field's own order. */
        int place(int cell, int fieldCols) {
            return rowOf(cell) * fieldCols + colOf(cell);
        }
    }

    /** Rounds positions to a quarter pixel and directions to a 4096th of a turn. */
    public static byte[] write(FingerFeatures features) {
        BitSink out = new BitSink();
        out.put(features.widthPx(), Short.SIZE);
        out.put(features.heightPx(), Short.SIZE);
        out.put((int) Math.min(255, Math.round(features.ridgePeriodPx() * PERIOD_STEPS_PER_PX)), Byte.SIZE);
        out.put(features.minutiae().count(), Byte.SIZE);
        for (int minutia = 0; minutia < features.minutiae().count(); minutia++) {
            writeMinutia(out, features, minutia);
        }
        writeField(out, features.field());
        return out.bytes();
    }

    private static void writeMinutia(BitSink out, FingerFeatures features, int minutia) {
        Minutiae minutiae = features.minutiae();
        out.put(positionSteps(minutiae.x(minutia), features.widthPx()), POSITION_BITS);
        out.put(positionSteps(minutiae.y(minutia), features.heightPx()), POSITION_BITS);
        out.put(directionStep(minutiae.direction(minutia)), DIRECTION_BITS);
        out.put(minutiae.type(minutia).code(), TYPE_BITS);
        out.put(minutiae.quality(minutia), QUALITY_BITS);
    }

    private static int directionStep(float radians) {
        return (int) (Math.round(radians / FULL_TURN * DIRECTION_STEPS) % DIRECTION_STEPS);
    }

    /** Rounding must not carry a minutia over the image's edge. */
    private static int positionSteps(float px, int sidePx) {
        return (int) Math.min(Math.round(px * POSITION_STEPS_PER_PX), Math.round(sidePx * POSITION_STEPS_PER_PX) - 1);
    }

    private static void writeField(BitSink out, RidgeField field) {
        Crop crop = Crop.of(field);
        out.put(crop.col(), Byte.SIZE);
        out.put(crop.row(), Byte.SIZE);
        out.put(crop.cells() == 0 ? 0 : crop.cols() | FLAG, Byte.SIZE);
        out.put(field.hasPhases() ? crop.rows() | FLAG : crop.rows(), Byte.SIZE);
        for (int cell = 0; cell < crop.cells(); cell++) {
            int col = crop.colOf(cell);
            int row = crop.rowOf(cell);
            OrientationCode.put(out, field.stepAt(col, row), field.stepAt(col - 1, row), field.stepAt(col, row - 1));
        }
        out.align();
        for (int cell = 0; field.hasPhases() && cell < crop.cells(); cell++) {
            if (crop.holds(field, cell)) {
                out.put(field.phaseAt(crop.colOf(cell), crop.rowOf(cell)), PHASE_BITS);
            }
        }
    }

    /** Takes minutiae one by one: places in px, direction in 4096ths of a turn. */
    @FunctionalInterface
    public interface PointSink {
        void take(float xPx, float yPx, int direction);
    }

    /**
     * Reads only where the minutiae lie, in the order of the template, and nothing of the rest: for indexes that read millions of
     * payloads, which {@link #read} has seen before. O(minutiae).
     *
     * @param max minutiae that are read at most
     */
    public static void readPoints(byte[] payload, int max, PointSink points) {
        int whole = (payload.length - HEADER_BYTES) / MINUTIA_BYTES; // a cut-off payload must not stop an index
        int count = Math.min(Math.min(max, whole), Byte.toUnsignedInt(payload[HEADER_BYTES - 1]));
        for (int minutia = 0; minutia < count; minutia++) {
            int at = HEADER_BYTES + minutia * MINUTIA_BYTES;
            long bits = (long) Short.toUnsignedInt((short) U16.get(payload, at)) << Integer.SIZE
                    | Integer.toUnsignedLong((int) U32.get(payload, at + Short.BYTES));
            points.take(
                    (float) ((bits >>> 34) / POSITION_STEPS_PER_PX),
                    (float) ((bits >>> 20 & 0x3FFF) / POSITION_STEPS_PER_PX),
                    (int) (bits >>> 8 & 0xFFF));
        }
    }

    /**
     * Reads a payload whole.
     *
     * @throws InvalidSampleException {@code TEMPLATE_CORRUPT} if {@link #write} has never written such
     */
    public static FingerFeatures read(byte[] payload) {
        try {
            BitSource in = new BitSource(payload);
            FingerFeatures features = readFeatures(in);
            in.align();
            if (!in.isAtEnd()) {
                throw corrupt("something follows it", null);
            }
            return features;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw corrupt("its parts do not fit together", e);
        }
    }

    private static FingerFeatures readFeatures(BitSource in) {
        int widthPx = in.take(Short.SIZE);
        int heightPx = in.take(Short.SIZE);
        double ridgePeriodPx = in.take(Byte.SIZE) / PERIOD_STEPS_PER_PX;
        Minutiae.Builder minutiae = Minutiae.builder();
        int count = in.take(Byte.SIZE);
        for (int minutia = 0; minutia < count; minutia++) {
            readMinutia(in, minutiae);
        }
        RidgeField field = readField(in, FingerFeatures.cells(widthPx), FingerFeatures.cells(heightPx));
        return new FingerFeatures(widthPx, heightPx, ridgePeriodPx, minutiae.build(), field);
    }

    private static void readMinutia(BitSource in, Minutiae.Builder minutiae) {
        float x = (float) (in.take(POSITION_BITS) / POSITION_STEPS_PER_PX);
        float y = (float) (in.take(POSITION_BITS) / POSITION_STEPS_PER_PX);
        double direction = in.take(DIRECTION_BITS) * FULL_TURN / DIRECTION_STEPS;
        MinutiaType type =
                MinutiaType.of(in.take(TYPE_BITS)).orElseThrow(() -> corrupt("a minutia has no known type", null));
        minutiae.add(x, y, direction, type, in.take(QUALITY_BITS));
    }

    private static RidgeField readField(BitSource in, int cols, int rows) {
        int col = in.take(Byte.SIZE);
        int row = in.take(Byte.SIZE);
        boolean isCoded = in.take(1) == 1;
        int colsHeld = in.take(Byte.SIZE - 1);
        boolean phasesFollow = in.take(1) == 1;
        Crop crop = new Crop(col, row, colsHeld, in.take(Byte.SIZE - 1));
        if (crop.cells() == 0) {
            if (isCoded || phasesFollow || !crop.equals(new Crop(0, 0, 0, 0))) {
                throw corrupt("its field has no cells and yet a place", null);
            }
            return RidgeField.NONE;
        }
        if (crop.col() + crop.cols() > cols || crop.row() + crop.rows() > rows) {
            throw corrupt("its field reaches beyond the image", null);
        }
        byte[] steps = new byte[cols * rows];
        Arrays.fill(steps, RidgeField.OUTSIDE);
        for (int cell = 0; cell < crop.cells(); cell++) {
            int place = crop.place(cell, cols);
            steps[place] = (byte) (isCoded ? coded(in, crop, cell, steps, cols) : plain(in));
        }
        in.align();
        RidgeField field = RidgeField.of(cols, rows, steps);
        if (!Crop.of(field).equals(crop)) {
            throw corrupt("its field is not cropped to the print", null);
        }
        return phasesFollow ? field.with(readPhases(in, field, crop)) : field;
    }

    private static int coded(BitSource in, Crop crop, int cell, byte[] steps, int cols) {
        int place = crop.place(cell, cols);
        int left = cell % crop.cols() == 0 ? RidgeField.OUTSIDE : steps[place - 1];
        int above = cell < crop.cols() ? RidgeField.OUTSIDE : steps[place - cols];
        return OrientationCode.take(in, left, above);
    }

    private static int plain(BitSource in) {
        int code = in.take(OrientationCode.STEP_BITS);
        return code == OrientationCode.OUTSIDE_CODE ? RidgeField.OUTSIDE : code;
    }

    private static byte[] readPhases(BitSource in, RidgeField field, Crop crop) {
        byte[] phases = new byte[field.cols() * field.rows()];
        for (int cell = 0; cell < crop.cells(); cell++) {
            if (crop.holds(field, cell)) {
                phases[crop.place(cell, field.cols())] = (byte) in.take(PHASE_BITS);
            }
        }
        return phases;
    }

    private static InvalidSampleException corrupt(String what, @Nullable Throwable cause) {
        return new InvalidSampleException(
                SampleFault.TEMPLATE_CORRUPT,
                "The payload is no Sidik template: " + what + ". Extract the template again from its image.",
                cause);
    }
}

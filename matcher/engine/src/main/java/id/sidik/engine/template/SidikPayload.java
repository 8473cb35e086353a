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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Our own compact template: 6 bytes a minutia and 6 bits a field cell, big-endian; some 850 bytes for a usual print.
 *
 * <pre>
 *  width u16 | height u16 | ridge period u8, 1/8 px | minutiae n u8 |
 *  n × 48 bits: x 14, y 14 (1/4 px), direction 12 (1/4096 turn), type 2, quality 6 |
 *  field's first col u8, first row u8, cols u8, whether phases follow 1 bit, rows 7 bits | cols × rows × 6 bits: 3° steps, 63 = outside | zero bits to the byte |
 *  phases: 4 bits for each cell that is not outside | zero bits to the byte
 * </pre>
 *
 * Of the field only the rectangle that holds the print is written. Phases are left out where they are not known: our older templates
 * end before them. One print has one encoding: whatever else is refused.
 */
public final class SidikPayload {
    public static final Algorithm ALGORITHM = new Algorithm("sidik", "1");

    private static final double POSITION_STEPS_PER_PX = 4;
    private static final double PERIOD_STEPS_PER_PX = 8;
    /** Steps of a direction in a full turn. */
    public static final int DIRECTION_STEPS = 4096;

    private static final double FULL_TURN = 2 * Math.PI;
    private static final int OUTSIDE_CODE = 63;
    private static final VarHandle U16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle U32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final int MINUTIA_BYTES = 6;
    private static final int HEADER_BYTES = 6;
    private static final int CROP_BYTES = 4;

    /** Beside a count of rows, of which an image has 125 at most. */
    private static final int PHASES_FOLLOW = 0x80;

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

        int bytes() {
            return (cells() * 6 + 7) / 8;
        }

        /** Of the phases. */
        int phaseBytes(RidgeField field) {
            int known = 0;
            for (int cell = 0; cell < cells(); cell++) {
                known += holds(field, cell) ? 1 : 0;
            }
            return (known + 1) / 2;
        }

        boolean holds(RidgeField field, int cell) {
            return field.stepAt(col + cell % cols, row + cell / cols) != RidgeField.OUTSIDE;
        }
    }

    /** Rounds positions to a quarter pixel and directions to a 4096th of a turn. */
    public static byte[] write(FingerFeatures features) {
        Minutiae minutiae = features.minutiae();
        RidgeField field = features.field();
        Crop crop = Crop.of(field);
        int phaseBytes = field.hasPhases() ? crop.phaseBytes(field) : 0;
        ByteBuffer out = ByteBuffer.allocate(
                HEADER_BYTES + minutiae.count() * MINUTIA_BYTES + CROP_BYTES + crop.bytes() + phaseBytes);
        out.putShort((short) features.widthPx())
                .putShort((short) features.heightPx())
                .put((byte) Math.min(255, Math.round(features.ridgePeriodPx() * PERIOD_STEPS_PER_PX)))
                .put((byte) minutiae.count());
        for (int minutia = 0; minutia < minutiae.count(); minutia++) {
            writeMinutia(out, features, minutia);
        }
        out.put((byte) crop.col())
                .put((byte) crop.row())
                .put((byte) crop.cols())
                .put((byte) (field.hasPhases() ? crop.rows() | PHASES_FOLLOW : crop.rows()));
        writeField(out, field, crop);
        if (field.hasPhases()) {
            writePhases(out, field, crop);
        }
        return out.array();
    }

    private static void writeMinutia(ByteBuffer out, FingerFeatures features, int minutia) {
        Minutiae minutiae = features.minutiae();
        long bits = positionSteps(minutiae.x(minutia), features.widthPx());
        bits = bits << 14 | positionSteps(minutiae.y(minutia), features.heightPx());
        bits = bits << 12 | directionStep(minutiae.direction(minutia));
        bits = bits << 2 | minutiae.type(minutia).code();
        bits = bits << 6 | minutiae.quality(minutia);
        out.putShort((short) (bits >>> Integer.SIZE)).putInt((int) bits);
    }

    private static long directionStep(float radians) {
        return Math.round(radians / FULL_TURN * DIRECTION_STEPS) % DIRECTION_STEPS;
    }

    /** Rounding must not carry a minutia over the image's edge. */
    private static long positionSteps(float px, int sidePx) {
        return Math.min(Math.round(px * POSITION_STEPS_PER_PX), Math.round(sidePx * POSITION_STEPS_PER_PX) - 1);
    }

    private static void writeField(ByteBuffer out, RidgeField field, Crop crop) {
        int pending = 0;
        int pendingBits = 0;
        for (int cell = 0; cell < crop.cells(); cell++) {
            int step = field.stepAt(crop.col() + cell % crop.cols(), crop.row() + cell / crop.cols());
            pending = pending << 6 | (step == RidgeField.OUTSIDE ? OUTSIDE_CODE : step);
            pendingBits += 6;
            while (pendingBits >= 8) {
                pendingBits -= 8;
                out.put((byte) (pending >>> pendingBits));
            }
        }
        if (pendingBits > 0) {
            out.put((byte) (pending << (8 - pendingBits)));
        }
    }

    private static void writePhases(ByteBuffer out, RidgeField field, Crop crop) {
        int pending = 0;
        boolean isHalf = false;
        for (int cell = 0; cell < crop.cells(); cell++) {
            if (crop.holds(field, cell)) {
                pending =
                        pending << 4 | field.phaseAt(crop.col() + cell % crop.cols(), crop.row() + cell / crop.cols());
                if (isHalf) {
                    out.put((byte) pending);
                }
                isHalf = !isHalf;
            }
        }
        if (isHalf) {
            out.put((byte) (pending << 4));
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
     * @throws InvalidSampleException {@code TEMPLATE_CORRUPT} if {@link #write} would not have written it
     */
    public static FingerFeatures read(byte[] payload) {
        try {
            ByteBuffer in = ByteBuffer.wrap(payload);
            FingerFeatures features = readFeatures(in);
            if (in.hasRemaining()) {
                throw corrupt("something follows it", null);
            }
            return features;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw corrupt("its parts do not fit together", e);
        }
    }

    private static FingerFeatures readFeatures(ByteBuffer in) {
        int widthPx = Short.toUnsignedInt(in.getShort());
        int heightPx = Short.toUnsignedInt(in.getShort());
        double ridgePeriodPx = Byte.toUnsignedInt(in.get()) / PERIOD_STEPS_PER_PX;
        Minutiae.Builder minutiae = Minutiae.builder();
        int count = Byte.toUnsignedInt(in.get());
        for (int minutia = 0; minutia < count; minutia++) {
            readMinutia(in, minutiae);
        }
        RidgeField field = readField(in, FingerFeatures.cells(widthPx), FingerFeatures.cells(heightPx));
        return new FingerFeatures(widthPx, heightPx, ridgePeriodPx, minutiae.build(), field);
    }

    private static void readMinutia(ByteBuffer in, Minutiae.Builder minutiae) {
        long bits = (long) Short.toUnsignedInt(in.getShort()) << Integer.SIZE | Integer.toUnsignedLong(in.getInt());
        MinutiaType type =
                MinutiaType.of((int) (bits >>> 6 & 3)).orElseThrow(() -> corrupt("a minutia has no known type", null));
        minutiae.add(
                (float) ((bits >>> 34) / POSITION_STEPS_PER_PX),
                (float) ((bits >>> 20 & 0x3FFF) / POSITION_STEPS_PER_PX),
                (bits >>> 8 & 0xFFF) * FULL_TURN / DIRECTION_STEPS,
                type,
                (int) (bits & 0x3F));
    }

    private static RidgeField readField(ByteBuffer in, int cols, int rows) {
        int col = Byte.toUnsignedInt(in.get());
        int row = Byte.toUnsignedInt(in.get());
        int colsHeld = Byte.toUnsignedInt(in.get());
        int rowsHeld = Byte.toUnsignedInt(in.get());
        boolean phasesFollow = (rowsHeld & PHASES_FOLLOW) != 0;
        Crop crop = new Crop(col, row, colsHeld, rowsHeld & ~PHASES_FOLLOW);
        if (crop.cells() == 0) {
            requireNothing(crop, phasesFollow);
            return RidgeField.NONE;
        }
        if (crop.col() + crop.cols() > cols || crop.row() + crop.rows() > rows) {
            throw corrupt("its field reaches beyond the image", null);
        }
        byte[] steps = new byte[cols * rows];
        Arrays.fill(steps, RidgeField.OUTSIDE);
        readCells(in, crop, cols, steps);
        RidgeField field = RidgeField.of(cols, rows, steps);
        if (!Crop.of(field).equals(crop)) {
            throw corrupt("its field is not cropped to the print", null);
        }
        return phasesFollow ? field.with(readPhases(in, field, crop)) : field;
    }

    private static byte[] readPhases(ByteBuffer in, RidgeField field, Crop crop) {
        byte[] phases = new byte[field.cols() * field.rows()];
        int pending = 0;
        boolean isHalf = false;
        for (int cell = 0; cell < crop.cells(); cell++) {
            if (crop.holds(field, cell)) {
                pending = isHalf ? pending << 4 : Byte.toUnsignedInt(in.get());
                isHalf = !isHalf;
                phases[(crop.row() + cell / crop.cols()) * field.cols() + crop.col() + cell % crop.cols()] =
                        (byte) (pending >>> 4 & 0xF);
            }
        }
        if (isHalf && (pending & 0xF) != 0) {
            throw corrupt("its last bits are not zero", null);
        }
        return phases;
    }

    private static void requireNothing(Crop crop, boolean phasesFollow) {
        if (phasesFollow || !crop.equals(new Crop(0, 0, 0, 0))) {
            throw corrupt("its field has no cells and yet a place", null);
        }
    }

    private static void readCells(ByteBuffer in, Crop crop, int cols, byte[] steps) {
        int pending = 0;
        int pendingBits = 0;
        for (int cell = 0; cell < crop.cells(); cell++) {
            if (pendingBits < 6) {
                pending = pending << 8 | Byte.toUnsignedInt(in.get());
                pendingBits += 8;
            }
            pendingBits -= 6;
            int code = pending >>> pendingBits & 0x3F;
            int place = (crop.row() + cell / crop.cols()) * cols + crop.col() + cell % crop.cols();
            steps[place] = code == OUTSIDE_CODE ? RidgeField.OUTSIDE : (byte) code;
        }
        if ((pending & (1 << pendingBits) - 1) != 0) {
            throw corrupt("its last bits are not zero", null);
        }
    }

    private static InvalidSampleException corrupt(String what, @Nullable Throwable cause) {
        return new InvalidSampleException(
                SampleFault.TEMPLATE_CORRUPT,
                "The payload is no Sidik template: " + what + ". Extract the template again from its image.",
                cause);
    }
}

package id.sidik.engine.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Writes one finger image as a record of ISO/IEC 19794-4:2011; the layout is that of {@link FingerImageRecord}, which reads it. Pixels
 * are not compressed, so nothing of them is lost.
 */
public final class FingerImageRecordWriter {
    private static final int GENERAL_HEADER_BYTES = 16;
    /** From the representation's length to the length of its image data. */
    private static final int REPRESENTATION_HEADER_BYTES = 46;

    private static final int QUALITY_NOT_COMPUTED = 255;
    private static final int NOBODY = 0;
    private static final int UNKNOWN_TECHNOLOGY = 0;
    private static final int SCALE_PER_INCH = 1;
    private static final int BITS_A_PIXEL = 8;
    private static final int UNCOMPRESSED = 0;
    private static final int POSITION_MAX = 10;
    private static final int LIVE_SCAN_PLAIN = 0;

    private FingerImageRecordWriter() {}

    /**
     * A record of one representation. Costs a copy of the pixels.
     *
     * @param position which finger, 0 (not known) to 10 as the standard numbers them
     * @param capturedAt to the millisecond
     * @param quality 0 to 100, or anything else where nobody computed it
     */
    public static byte[] iso2011(FingerImage image, int position, Instant capturedAt, int quality) {
        if (position < 0 || position > POSITION_MAX) {
            throw new IllegalArgumentException("a finger position is 0 to " + POSITION_MAX + ", not " + position);
        }
        byte[] pixels = image.pixels();
        int representationBytes = REPRESENTATION_HEADER_BYTES + pixels.length;
        ByteArrayOutputStream record = new ByteArrayOutputStream(GENERAL_HEADER_BYTES + representationBytes);
        try (DataOutputStream out = new DataOutputStream(record)) {
            out.write("FIR\0".getBytes(US_ASCII));
            out.write("020\0".getBytes(US_ASCII));
            out.writeInt(GENERAL_HEADER_BYTES + representationBytes);
            out.writeShort(1);
            out.writeByte(0);
            out.writeByte(1);
            out.writeInt(representationBytes);
            writeTime(out, capturedAt.atOffset(ZoneOffset.UTC));
            out.writeByte(UNKNOWN_TECHNOLOGY);
            out.writeShort(NOBODY);
            out.writeShort(NOBODY);
            out.writeByte(1);
            out.writeByte(quality >= 0 && quality <= 100 ? quality : QUALITY_NOT_COMPUTED);
            out.writeShort(NOBODY);
            out.writeShort(NOBODY);
            out.writeByte(position);
            out.writeByte(0);
            out.writeByte(SCALE_PER_INCH);
            int dpi = (int) Math.round(image.dpi());
            for (int resolution = 0; resolution < 4; resolution++) {
                out.writeShort(dpi);
            }
            out.writeByte(BITS_A_PIXEL);
            out.writeByte(UNCOMPRESSED);
            out.writeByte(LIVE_SCAN_PLAIN);
            out.writeShort(image.widthPx());
            out.writeShort(image.heightPx());
            out.writeInt(pixels.length);
            out.write(pixels);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return record.toByteArray();
    }

    private static void writeTime(DataOutputStream out, OffsetDateTime time) throws IOException {
        out.writeShort(time.getYear());
        out.writeByte(time.getMonthValue());
        out.writeByte(time.getDayOfMonth());
        out.writeByte(time.getHour());
        out.writeByte(time.getMinute());
        out.writeByte(time.getSecond());
        out.writeShort(time.getNano() / 1_000_000);
    }
}

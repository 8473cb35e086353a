package id.sidik.engine.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * Whether a file is built as its format says, as far as the readers of the JDK do not look: they check no checksum of PNG, do not
 * see what follows the pixels, and repeat the work for each scan of a JPEG. TIFF has no end of its own, its parts may lie
 * anywhere; its reader notices missing ones.
 */
final class FileStructure {
    private static final int PNG_SIGNATURE_BYTES = 8;
    private static final int PNG_IEND = 0x49454E44;
    private static final short JPEG_END_OF_IMAGE = (short) 0xFFD9;

    private static final short JPEG_START_OF_SCAN = (short) 0xFFDA;

    /** Progressive files have about ten; each costs a pass over all pixels, however few bytes it has. */
    private static final int JPEG_SCANS_MAX = 24;

    private static final int BMP_FILE_BYTES_OFFSET = 2;
    private static final int BMP_HEADER_BYTES = 26;

    private FileStructure() {}

    static void require(ImageFormat format, byte[] content) {
        switch (format) {
            case PNG -> requirePngEnd(content);
            case JPEG -> requireJpegEndAndFewScans(content);
            case BMP -> requireBmpEnd(content);
            case TIFF_LITTLE_ENDIAN, TIFF_BIG_ENDIAN -> {}
            case WSQ, JPEG_2000, JPEG_2000_CODESTREAM, FINGER_IMAGE_RECORD, ANSI_NIST, ANSI_NIST_SHORT_TAGS ->
                throw new IllegalArgumentException("The JDK reads no " + format);
        }
    }

    /** Walks the chunks (W3C PNG, 5.3): length, type, data, CRC-32 of type and data; IEND is the last. */
    private static void requirePngEnd(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content).position(PNG_SIGNATURE_BYTES);
        int type = 0;
        while (type != PNG_IEND) {
            if (in.remaining() < 3 * Integer.BYTES) {
                throw truncated();
            }
            long dataBytes = Integer.toUnsignedLong(in.getInt());
            if (in.remaining() < dataBytes + 2 * Integer.BYTES) {
                throw truncated();
            }
            CRC32 crc = new CRC32();
            crc.update(content, in.position(), Integer.BYTES + (int) dataBytes);
            type = in.getInt();
            in.position(in.position() + (int) dataBytes);
            if (in.getInt() != (int) crc.getValue()) {
                throw corrupt("the checksum of a PNG chunk does not fit");
            }
        }
        if (in.hasRemaining()) {
            throw corrupt(in.remaining() + " bytes follow the end of the PNG");
        }
    }

    private static void requireJpegEndAndFewScans(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content);
        if (in.getShort(content.length - Short.BYTES) != JPEG_END_OF_IMAGE) {
            throw truncated();
        }
        int scans = 0;
        for (int at = 0; at < content.length - 1; at++) {
            scans += in.getShort(at) == JPEG_START_OF_SCAN ? 1 : 0;
        }
        if (scans > JPEG_SCANS_MAX) {
            throw corrupt("a JPEG of " + scans + " scans is no picture");
        }
    }

    /** The file header names the size of the file; some writers leave it 0, and then only the reader can tell. */
    private static void requireBmpEnd(byte[] content) {
        if (content.length < BMP_HEADER_BYTES) {
            throw truncated();
        }
        long fileBytes = Integer.toUnsignedLong(
                ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(BMP_FILE_BYTES_OFFSET));
        if (fileBytes > content.length) {
            throw truncated();
        }
        if (fileBytes > 0 && fileBytes < content.length) {
            throw corrupt(content.length - fileBytes + " bytes follow the end of the BMP");
        }
    }

    private static InvalidSampleException truncated() {
        return new InvalidSampleException(
                SampleFault.IMAGE_TRUNCATED, "The file ends before its format does. Send the whole file.");
    }

    private static InvalidSampleException corrupt(String what) {
        return new InvalidSampleException(
                SampleFault.IMAGE_CORRUPT, "The file is damaged: " + what + ". Send the file as it was written.");
    }
}

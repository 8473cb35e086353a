package id.sidik.matcher.segments;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * A segment's file, {@code segment-<number, 16 hexadecimal digits>.sidx}; numbers big-endian:
 *
 * <pre>
 *  offset  size  field
 *  0       4     magic "SIDX"
 *  4       1     version of this layout
 *  5       8     number of the segment
 *  13      8     bytes of its image n
 *  21      4     CRC-32C of all before
 *  25            the image in pieces of 1 MiB, the last one shorter, each sealed (33 bytes longer)
 * </pre>
 *
 * A piece is bound to this header and to its place, so that no piece of another file, another place or another store opens here, and
 * a byte that was changed anywhere is noticed.
 */
final class SegmentFileLayout {
    static final int HEADER_BYTES = 25;
    static final int PIECE_BYTES = 1 << 20;
    static final int SEAL_BYTES = 33;

    private static final int MAGIC = 0x53494458; // "SIDX"
    private static final byte VERSION = 2;
    private static final int COVERED_BYTES = HEADER_BYTES - Integer.BYTES;
    private static final Pattern NAME = Pattern.compile("segment-([0-9a-f]{16})\\.sidx");

    private SegmentFileLayout() {}

    static String name(long number) {
        return String.format(Locale.ROOT, "segment-%016x.sidx", number);
    }

    /** The number in a file's name; nothing if it is no segment's name. */
    static OptionalLong numberOf(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? OptionalLong.of(Long.parseUnsignedLong(matcher.group(1), 16)) : OptionalLong.empty();
    }

    static byte[] header(long number, long imageBytes) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES)
                .putInt(MAGIC)
                .put(VERSION)
                .putLong(number)
                .putLong(imageBytes);
        return header.putInt(checksum(header.array())).array();
    }

    /**
     * The bytes of the image, as a header says.
     *
     * @throws IllegalArgumentException if it is not the header of this segment in this version
     */
    static long imageBytes(long number, byte[] header) {
        ByteBuffer in = ByteBuffer.wrap(header);
        if (in.getInt(COVERED_BYTES) != checksum(header)) {
            throw new IllegalArgumentException("its header's checksum does not fit");
        }
        if (in.getInt() != MAGIC || in.get() != VERSION || in.getLong() != number) {
            throw new IllegalArgumentException("its header is not one that this version writes for this segment");
        }
        return in.getLong();
    }

    static long pieces(long imageBytes) {
        return (imageBytes + PIECE_BYTES - 1) / PIECE_BYTES;
    }

    static long fileBytes(long imageBytes) {
        return HEADER_BYTES + imageBytes + pieces(imageBytes) * SEAL_BYTES;
    }

    /** What a piece is bound to. */
    static byte[] place(byte[] header, long piece) {
        return ByteBuffer.allocate(header.length + Long.BYTES)
                .put(header)
                .putLong(piece)
                .array();
    }

    private static int checksum(byte[] header) {
        CRC32C crc = new CRC32C();
        crc.update(header, 0, COVERED_BYTES);
        return (int) crc.getValue();
    }
}

package id.sidik.matcher.store;

import id.sidik.engine.template.FingerPosition;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Where one reference lies. Partition first, so that a partition is one range of the disk; then the subject, so that a
 * subject is one range of its partition.
 *
 * <pre>
 *  offset  size  field
 *  0       2     partition, unsigned, big-endian
 *  2       n     subject id, ASCII, 1 to 64 of [A-Za-z0-9._-]
 *  2+n     1     zero: ends the subject id, so that "ab" is not inside the range of "a"
 *  3+n     1     finger position, ISO/IEC 19794-2:2011, table 2 (0 to 10)
 *  4+n     1     ordinal among the references of this finger (0 to 255)
 * </pre>
 */
public record ReferenceKey(int partition, String subjectId, FingerPosition finger, int ordinal) {
    /** References of one finger of one subject: the ordinal is one byte. */
    public static final int ORDINALS_MAX = 256;

    private static final Pattern SUBJECT_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int PARTITION_BYTES = 2;
    private static final int SUFFIX_BYTES = 3;

    public ReferenceKey {
        if (partition < 0 || partition > 0xFFFF) {
            throw new IllegalArgumentException("partition must be 0 to 65535: " + partition);
        }
        if (!isSubjectId(subjectId)) {
            throw new IllegalArgumentException("a subject id is 1 to 64 of [A-Za-z0-9._-]");
        }
        if (ordinal < 0 || ordinal >= ORDINALS_MAX) {
            throw new IllegalArgumentException("ordinal must be 0 to 255: " + ordinal);
        }
    }

    /** Whether a text can name a subject. */
    public static boolean isSubjectId(String text) {
        return SUBJECT_ID.matcher(text).matches();
    }

    /** How logs and errors call this record: {@code references/17/<subject>/RIGHT_INDEX/0}. */
    public String recordName() {
        return "references/" + partition + "/" + subjectId + "/" + finger + "/" + ordinal;
    }

    /** The key as it is stored. */
    public byte[] bytes() {
        byte[] subject = subjectId.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(PARTITION_BYTES + subject.length + SUFFIX_BYTES)
                .putShort((short) partition)
                .put(subject)
                .put((byte) 0)
                .put((byte) finger.isoNumber())
                .put((byte) ordinal)
                .array();
    }

    /** Reads a key back; one that can not have been written by us is damage. */
    static ReferenceKey parse(byte[] key) {
        try {
            int subjectEnd = key.length - SUFFIX_BYTES;
            if (key[subjectEnd] != 0) {
                throw new IllegalArgumentException("no end of the subject id");
            }
            return new ReferenceKey(
                    Short.toUnsignedInt(ByteBuffer.wrap(key).getShort()),
                    new String(key, PARTITION_BYTES, subjectEnd - PARTITION_BYTES, StandardCharsets.US_ASCII),
                    FingerPosition.ofIsoNumber(key[subjectEnd + 1]),
                    Byte.toUnsignedInt(key[subjectEnd + 2]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new CorruptStoreException(
                    "references/key " + HexFormat.of().formatHex(key), "is not a reference's key", e);
        }
    }

    static byte[] partitionStart(int partition) {
        return ByteBuffer.allocate(PARTITION_BYTES).putShort((short) partition).array();
    }

    /** The first byte string after every key of the partition; one byte longer for the last partition of all. */
    static byte[] partitionEnd(int partition) {
        return partition == 0xFFFF ? new byte[] {-1, -1, -1} : partitionStart(partition + 1);
    }

    static byte[] subjectStart(int partition, String subjectId) {
        byte[] subject = subjectId.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(PARTITION_BYTES + subject.length + 1)
                .putShort((short) partition)
                .put(subject)
                .put((byte) 0)
                .array();
    }

    /** The first byte string after every key of the subject. */
    static byte[] subjectEnd(byte[] subjectStart) {
        byte[] end = Arrays.copyOf(subjectStart, subjectStart.length);
        end[end.length - 1] = 1;
        return end;
    }
}

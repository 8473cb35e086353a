package id.sidik.engine.gallery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * Which partition a subject belongs to: the first four bytes of SHA-256 over the UTF-8 subject id, as an unsigned big-endian
 * number, modulo the number of partitions. Stored keys begin with it, so neither may ever change for a store.
 *
 * @param count 1 to {@link #COUNT_MAX}
 */
public record Partitioning(int count) {
    public static final int COUNT_MAX = 4_096;

    public Partitioning {
        if (count < 1 || count > COUNT_MAX) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "A gallery has 1 to %d partitions, not %d", COUNT_MAX, count));
        }
    }

    /** 0 to {@code count - 1}. */
    public int partitionOf(String subjectId) {
        int prefix = ByteBuffer.wrap(sha256(subjectId.getBytes(UTF_8))).getInt();
        return Integer.remainderUnsigned(prefix, count);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

package id.sidik.matcher.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** How many batches the database holds, under {@code commits}: a {@link RecordLayout} frame around eight bytes, big-endian. */
final class CommitCountLayout {
    static final int MAGIC = 0x53434F4D; // "SCOM"
    static final byte VERSION = 1;
    static final byte[] KEY = "commits".getBytes(StandardCharsets.US_ASCII);

    private static final String RECORD_NAME = "the number of commits";

    private CommitCountLayout() {}

    static byte[] encode(long commits) {
        return RecordLayout.frame(
                MAGIC, VERSION, ByteBuffer.allocate(Long.BYTES).putLong(commits).array());
    }

    /** @throws CorruptStoreException when the record is damaged */
    static long decode(byte[] record) {
        ByteBuffer payload = RecordLayout.payload(MAGIC, VERSION, record, () -> RECORD_NAME);
        if (payload.remaining() != Long.BYTES) {
            throw new CorruptStoreException(RECORD_NAME, "its content can not be read");
        }
        return payload.getLong();
    }
}

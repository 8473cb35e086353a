package id.sidik.matcher.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One {@link PartitionSum}, under {@code sum/} and two bytes of partition: a {@link RecordLayout} frame around
 *
 * <pre>
 *  offset  size  field
 *  0       8     references
 *  8       8     xor of their digests
 * </pre>
 */
final class PartitionSumLayout {
    static final int MAGIC = 0x5353554D; // "SSUM"
    static final byte VERSION = 1;

    private static final byte[] PREFIX = "sum/".getBytes(StandardCharsets.US_ASCII);
    private static final int PAYLOAD_BYTES = 16;

    private PartitionSumLayout() {}

    static byte[] key(int partition) {
        return ByteBuffer.allocate(PREFIX.length + Short.BYTES)
                .put(PREFIX)
                .putShort((short) partition)
                .array();
    }

    static byte[] encode(PartitionSum sum) {
        byte[] payload = ByteBuffer.allocate(PAYLOAD_BYTES)
                .putLong(sum.references())
                .putLong(sum.digestXor())
                .array();
        return RecordLayout.frame(MAGIC, VERSION, payload);
    }

    /** @throws CorruptStoreException when the record is damaged */
    static PartitionSum decode(int partition, byte[] record) {
        ByteBuffer payload = RecordLayout.payload(MAGIC, VERSION, record, () -> recordName(partition));
        if (payload.remaining() != PAYLOAD_BYTES || payload.getLong(0) < 0) {
            throw new CorruptStoreException(recordName(partition), "its content can not be read");
        }
        return new PartitionSum(payload.getLong(), payload.getLong());
    }

    static String recordName(int partition) {
        return "partition " + partition + "'s sum";
    }
}

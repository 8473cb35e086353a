package id.sidik.matcher.store;

import id.sidik.matcher.crypto.RecordSeal;
import id.sidik.matcher.crypto.SealBrokenException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What the store says of itself, under {@code description}: a {@link RecordLayout} frame around
 *
 * <pre>
 *  offset  size  field
 *  0       2     number of partitions, unsigned
 *  2       n     the words "sidik reference store", sealed: opens with the right key and no other
 * </pre>
 */
final class DescriptionLayout {
    static final int MAGIC = 0x53444553; // "SDES"
    static final byte VERSION = 1;
    static final byte[] KEY = "description".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] WORDS = "sidik reference store".getBytes(StandardCharsets.US_ASCII);
    private static final String RECORD_NAME = "the store's description";

    private DescriptionLayout() {}

    static byte[] encode(int partitionCount, RecordSeal seal) {
        byte[] sealed = seal.seal(WORDS, KEY);
        byte[] payload = ByteBuffer.allocate(Short.BYTES + sealed.length)
                .putShort((short) partitionCount)
                .put(sealed)
                .array();
        return RecordLayout.frame(MAGIC, VERSION, payload);
    }

    static int partitionCount(byte[] record) {
        return Short.toUnsignedInt(payload(record).getShort());
    }

    /** Whether the store was sealed with this key. */
    static boolean opensWith(RecordSeal seal, byte[] record) {
        ByteBuffer payload = payload(record);
        byte[] sealed = new byte[payload.remaining() - Short.BYTES];
        payload.get(Short.BYTES, sealed);
        try {
            seal.open(sealed, KEY);
            return true;
        } catch (SealBrokenException _) {
            return false;
        }
    }

    private static ByteBuffer payload(byte[] record) {
        ByteBuffer payload = RecordLayout.payload(MAGIC, VERSION, record, () -> RECORD_NAME);
        if (payload.remaining() <= Short.BYTES) {
            throw new CorruptStoreException(RECORD_NAME, "its content can not be read");
        }
        return payload;
    }
}

package id.sidik.matcher.store;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

/**
 * The frame around everything that is stored.
 *
 * <pre>
 *  offset  size  field
 *  0       4     magic, tells one kind of record from another
 *  4       1     version of the payload's layout
 *  5       4     payload length n in bytes, big-endian
 *  9       n     payload
 *  9+n     4     CRC-32C (Castagnoli) of everything before it
 * </pre>
 *
 * The checksum finds decay; that nobody changed a reference on purpose is the seal's business.
 */
final class RecordLayout {
    static final int OVERHEAD_BYTES = 13;
    static final int PAYLOAD_BYTES_MAX = 1 << 20;

    private static final int HEADER_BYTES = 9;

    private RecordLayout() {}

    static byte[] frame(int magic, byte version, byte[] payload) {
        if (payload.length > PAYLOAD_BYTES_MAX) {
            throw new IllegalArgumentException("a record holds at most 1 MiB: " + payload.length);
        }
        ByteBuffer record = ByteBuffer.allocate(payload.length + OVERHEAD_BYTES)
                .putInt(magic)
                .put(version)
                .putInt(payload.length)
                .put(payload);
        return record.putInt(crc32c(record.array(), record.position())).array();
    }

    /**
     * The payload of a record.
     *
     * @throws CorruptStoreException when any byte of the frame is not as it was written
     */
    static ByteBuffer payload(int magic, byte version, byte[] record, Supplier<String> recordName) {
        ByteBuffer in = ByteBuffer.wrap(record);
        if (record.length < OVERHEAD_BYTES) {
            throw new CorruptStoreException(recordName.get(), "is cut off after " + record.length + " bytes");
        }
        if (in.getInt(record.length - Integer.BYTES) != crc32c(record, record.length - Integer.BYTES)) {
            throw new CorruptStoreException(recordName.get(), "its checksum (CRC-32C) does not fit its bytes");
        }
        if (in.getInt() != magic || in.get() != version || in.getInt() != record.length - OVERHEAD_BYTES) {
            throw new CorruptStoreException(recordName.get(), "its header is not one that this version writes");
        }
        return in.slice(HEADER_BYTES, record.length - OVERHEAD_BYTES);
    }

    /** The version that a record claims, before anything of it is checked; 0 when it is too short to say. */
    static byte versionOf(byte[] record) {
        return record.length <= Integer.BYTES ? 0 : record[Integer.BYTES];
    }

    /** Whether the checksum fits. */
    static boolean isWhole(byte[] record) {
        return record.length >= OVERHEAD_BYTES
                && ByteBuffer.wrap(record).getInt(record.length - Integer.BYTES)
                        == crc32c(record, record.length - Integer.BYTES);
    }

    private static int crc32c(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}

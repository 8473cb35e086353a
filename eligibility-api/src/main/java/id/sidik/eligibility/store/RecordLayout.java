package id.sidik.eligibility.store;

import id.sidik.eligibility.records.CorruptRecordException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The envelope of every stored record. Numbers are big-endian.
 *
 * <pre>
 * offset  bytes
 *      0      2  magic "SE"
 *      2      1  version of the layout, 1
 *      3      1  tag of the table
 *      4      4  length n of the body
 *      8      n  body; encrypted unless the table is in the clear
 *    8+n      4  CRC-32C (RFC 3720) of all bytes before it
 * </pre>
 *
 * The checksum finds what disks do; encryption finds what people do.
 */
final class RecordLayout {
    static final byte VERSION = 1;

    private static final short MAGIC = ('S' << 8) | 'E';
    private static final int HEADER_BYTES = 8;
    private static final int CHECKSUM_BYTES = 4;

    private RecordLayout() {}

    static byte[] wrap(Table table, byte[] body) {
        ByteBuffer record = ByteBuffer.allocate(HEADER_BYTES + body.length + CHECKSUM_BYTES)
                .putShort(MAGIC)
                .put(VERSION)
                .put(table.tagByte())
                .putInt(body.length)
                .put(body);
        record.putInt(checksum(record.array(), HEADER_BYTES + body.length));
        return record.array();
    }

    /**
     * The body of a record.
     *
     * @param name of the record, for the exception
     * @throws CorruptRecordException if the envelope is not what {@link #wrap} made for this table
     */
    static byte[] unwrap(Table table, String name, byte[] record) {
        if (record.length < HEADER_BYTES + CHECKSUM_BYTES) {
            throw new CorruptRecordException(name, "cut to " + record.length + " bytes");
        }
        int checkedBytes = record.length - CHECKSUM_BYTES;
        ByteBuffer envelope = ByteBuffer.wrap(record);
        if (envelope.getInt(checkedBytes) != checksum(record, checkedBytes)) {
            throw new CorruptRecordException(name, "checksum differs");
        }
        if (envelope.getShort() != MAGIC) {
            throw new CorruptRecordException(name, "not a record of ours");
        }
        byte version = envelope.get();
        if (version != VERSION) {
            throw new CorruptRecordException(name, "layout version " + version + " is newer than this program");
        }
        if (envelope.get() != table.tagByte() || envelope.getInt() != checkedBytes - HEADER_BYTES) {
            throw new CorruptRecordException(name, "of another table or length");
        }
        byte[] body = new byte[checkedBytes - HEADER_BYTES];
        envelope.get(body);
        return body;
    }

    private static int checksum(byte[] record, int bytes) {
        CRC32C crc = new CRC32C();
        crc.update(record, 0, bytes);
        return (int) crc.getValue();
    }
}

package id.sidik.bridge.scanner;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where things lie in a packet of the GT-511 family. All numbers are little-endian; a sum is over all bytes before it.
 *
 * <pre>
 *  0       2         4          8                10    12
 *  +-------+---------+----------+----------------+-----+
 *  | 55 AA | device  | param    | command, 30/31 | sum |     command, acknowledgement or refusal
 *  +-------+---------+----------+----------------+-----+
 *  | 5A A5 | device  | data: n                   | sum |     data
 *  +-------+---------+---------------------------+-----+
 * </pre>
 */
public final class Gt511Packet {
    public static final int BYTES = 12;
    public static final int DATA_OVERHEAD_BYTES = 6;
    public static final int DATA_HEADER_BYTES = 4;
    public static final int ACKNOWLEDGED = 0x30;
    public static final int REFUSED = 0x31;
    /** What the module says of itself after Open: firmware version, image size, serial number. */
    public static final int DEVICE_INFO_BYTES = 24;

    static final int COMMAND_START = 0x55AA;
    static final int DATA_START = 0x5AA5;
    private static final int SUM_BYTES = 2;

    private Gt511Packet() {}

    /** A command, or an answer if {@code code} is one. */
    public static byte[] of(int device, int parameter, int code) {
        ByteBuffer packet = ByteBuffer.allocate(BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) (COMMAND_START >> 8))
                .put((byte) COMMAND_START)
                .putShort((short) device)
                .putInt(parameter)
                .putShort((short) code);
        return packet.putShort((short) sum(packet.array(), 0, packet.position()))
                .array();
    }

    public static byte[] ofData(int device, byte[] data) {
        ByteBuffer packet = ByteBuffer.allocate(data.length + DATA_OVERHEAD_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) (DATA_START >> 8))
                .put((byte) DATA_START)
                .putShort((short) device)
                .put(data);
        return packet.putShort((short) sum(packet.array(), 0, packet.position()))
                .array();
    }

    /** Whether the last two bytes are the sum of all before them. */
    public static boolean isSummed(byte[] packet) {
        return sum(packet, 0, packet.length - SUM_BYTES) == shortAt(packet, packet.length - SUM_BYTES);
    }

    public static int shortAt(byte[] bytes, int offset) {
        return (bytes[offset] & 0xFF) | (bytes[offset + 1] & 0xFF) << 8;
    }

    public static int intAt(byte[] bytes, int offset) {
        return shortAt(bytes, offset) | shortAt(bytes, offset + 2) << 16;
    }

    private static int sum(byte[] bytes, int from, int count) {
        int sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += bytes[i] & 0xFF;
        }
        return sum & 0xFFFF;
    }
}

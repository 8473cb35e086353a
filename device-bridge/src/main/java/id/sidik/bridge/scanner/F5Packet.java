package id.sidik.bridge.scanner;

/**
 * Where things lie in a packet of the Waveshare sensor (its user manual, "Communication format").
 *
 * <pre>
 *  F5 | command | three bytes of parameters or answer | 00 | check | F5      command and answer, 8 bytes
 *  F5 | data: n                                            | check | F5      data that an answer announced
 * </pre>
 *
 * The check is the exclusive or of everything between the first F5 and it.
 */
public final class F5Packet {
    public static final int BYTES = 8;
    public static final int DATA_OVERHEAD_BYTES = 3;
    public static final int MARK = 0xF5;

    private static final int CHECK = 6;

    private F5Packet() {}

    /** A command or an answer. */
    public static byte[] of(int code, int first, int second, int third) {
        byte[] packet = {(byte) MARK, (byte) code, (byte) first, (byte) second, (byte) third, 0, 0, (byte) MARK};
        packet[CHECK] = check(packet, 1, CHECK);
        return packet;
    }

    public static byte[] ofData(byte[] data) {
        byte[] packet = new byte[data.length + DATA_OVERHEAD_BYTES];
        packet[0] = (byte) MARK;
        System.arraycopy(data, 0, packet, 1, data.length);
        packet[packet.length - 2] = check(data, 0, data.length);
        packet[packet.length - 1] = (byte) MARK;
        return packet;
    }

    /** Whether marks and check are as they must be, of a short packet and of one with data. */
    public static boolean isWhole(byte[] packet) {
        int check = packet.length - 2;
        return (packet[0] & 0xFF) == MARK
                && (packet[packet.length - 1] & 0xFF) == MARK
                && packet[check] == check(packet, 1, check);
    }

    private static byte check(byte[] bytes, int from, int to) {
        byte check = 0;
        for (int i = from; i < to; i++) {
            check ^= bytes[i];
        }
        return check;
    }
}

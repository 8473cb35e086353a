package id.sidik.bridge.frame;

/**
 * Where things lie in an EF01 frame (ZFM-20 user manual 2.0, "Data package format"). All numbers are big-endian.
 *
 * <pre>
 *  0      2          6      7           9            9+n
 *  +------+----------+------+-----------+------------+----------+
 *  | EF01 | address  | type | length    | payload    | sum      |
 *  |  2   |    4     |  1   | 2: n + 2  | n: 0..256  | 2        |
 *  +------+----------+------+-----------+------------+----------+
 *                    \_____ summed, modulo 65,536 ___/
 * </pre>
 */
final class FrameLayout {
    static final byte HEADER_HIGH = (byte) 0xEF;
    static final byte HEADER_LOW = 0x01;
    static final int ADDRESS = 2;
    static final int TYPE = 6;
    static final int LENGTH = 7;
    static final int PAYLOAD = 9;
    static final int SUM_BYTES = 2;
    /** The largest packet size that any module of the family can be set to. */
    static final int PAYLOAD_BYTES_MAX = 256;

    static final int OVERHEAD_BYTES = PAYLOAD + SUM_BYTES;
    static final int FRAME_BYTES_MAX = OVERHEAD_BYTES + PAYLOAD_BYTES_MAX;

    private FrameLayout() {}

    /** Sum over {@code count} bytes from {@code from}, modulo 65,536. */
    static int sum(byte[] bytes, int from, int count) {
        int sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += bytes[i] & 0xFF;
        }
        return sum & 0xFFFF;
    }
}

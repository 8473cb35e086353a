package id.sidik.engine.template;

import java.util.Arrays;

/** Bits put one after the other, the highest first, into bytes. */
final class BitSink {
    private static final int BYTES_AT_FIRST = 1024;

    private byte[] bytes = new byte[BYTES_AT_FIRST];
    private int bits;

    /** Puts the lowest bits of a value, up to 32. */
    void put(int value, int count) {
        int end = bits + count;
        if (end > bytes.length * Byte.SIZE) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        while (bits < end) {
            int room = Byte.SIZE - bits % Byte.SIZE;
            int now = Math.min(room, end - bits);
            int part = (value >>> (end - bits - now)) & ((1 << now) - 1);
            bytes[bits / Byte.SIZE] |= (byte) (part << (room - now));
            bits += now;
        }
    }

    /** Fills the byte up with zero bits. */
    void align() {
        bits = Math.ceilDiv(bits, Byte.SIZE) * Byte.SIZE;
    }

    /** All that was put, filled up to the byte. */
    byte[] bytes() {
        return Arrays.copyOf(bytes, Math.ceilDiv(bits, Byte.SIZE));
    }
}

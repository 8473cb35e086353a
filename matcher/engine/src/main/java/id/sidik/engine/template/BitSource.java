package id.sidik.engine.template;

import java.nio.BufferUnderflowException;

/** Takes from bytes what a {@link BitSink} has put there. */
final class BitSource {
    private final byte[] bytes;
    private int bits;

    BitSource(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The next bits as a number.
     *
     * @param count 1 to 31
     * @throws BufferUnderflowException if there are not as many
     */
    int take(int count) {
        int end = bits + count;
        if (end > bytes.length * Byte.SIZE) {
            throw new BufferUnderflowException();
        }
        int value = 0;
        while (bits < end) {
            int room = Byte.SIZE - bits % Byte.SIZE;
            int now = Math.min(room, end - bits);
            value = (value << now) | ((bytes[bits / Byte.SIZE] >>> (room - now)) & ((1 << now) - 1));
            bits += now;
        }
        return value;
    }

    /**
     * Leaves out what is left of a byte.
     *
     * @throws IllegalArgumentException if it is not zero
     */
    void align() {
        int left = -bits & (Byte.SIZE - 1);
        if (left > 0 && take(left) != 0) {
            throw new IllegalArgumentException("The last bits are not zero");
        }
    }

    boolean isAtEnd() {
        return bits == bytes.length * Byte.SIZE;
    }
}

package id.sidik.bridge.frame;

import java.util.Arrays;

/** One whole frame whose sum was right. Immutable; prints its size only, for a payload may be part of a finger. */
public final class Frame implements Reception {
    /** What a frame adds to its payload on the line. */
    public static final int OVERHEAD_BYTES = FrameLayout.OVERHEAD_BYTES;

    private final FrameType type;
    private final int address;
    private final byte[] payload;

    private Frame(FrameType type, int address, byte[] payload) {
        this.type = type;
        this.address = address;
        this.payload = payload;
    }

    /**
     * A frame to be sent.
     *
     * @param payload 0 to 256 bytes, copied
     */
    public static Frame of(FrameType type, int address, byte... payload) {
        if (payload.length > FrameLayout.PAYLOAD_BYTES_MAX) {
            throw new IllegalArgumentException("a frame carries at most " + FrameLayout.PAYLOAD_BYTES_MAX
                    + " bytes of payload, this one has " + payload.length);
        }
        return new Frame(type, address, payload.clone());
    }

    /** Takes {@code payloadBytes} from {@code buffer}; the caller has checked the bounds. */
    static Frame copyOf(FrameType type, int address, byte[] buffer, int from, int payloadBytes) {
        return new Frame(type, address, Arrays.copyOfRange(buffer, from, from + payloadBytes));
    }

    public FrameType type() {
        return type;
    }

    /** The module's address as 32 bits; all ones unless somebody changed it. */
    public int address() {
        return address;
    }

    /** 0 to 256. */
    public int payloadBytes() {
        return payload.length;
    }

    /** The payload byte at {@code index}, 0 to 255. */
    public int unsignedAt(int index) {
        return payload[index] & 0xFF;
    }

    /** The two payload bytes from {@code index}, most significant first, 0 to 65,535. */
    public int shortAt(int index) {
        return (unsignedAt(index) << 8) | unsignedAt(index + 1);
    }

    /** The four payload bytes from {@code index}, most significant first. */
    public int intAt(int index) {
        return (shortAt(index) << 16) | shortAt(index + 2);
    }

    /** Copies the whole payload to {@code target} from {@code offset}. */
    public void copyPayloadTo(byte[] target, int offset) {
        System.arraycopy(payload, 0, target, offset, payload.length);
    }

    /** The bytes as they go over the line. */
    public byte[] encoded() {
        byte[] bytes = new byte[FrameLayout.OVERHEAD_BYTES + payload.length];
        bytes[0] = FrameLayout.HEADER_HIGH;
        bytes[1] = FrameLayout.HEADER_LOW;
        putShort(bytes, FrameLayout.ADDRESS, address >>> 16);
        putShort(bytes, FrameLayout.ADDRESS + 2, address);
        bytes[FrameLayout.TYPE] = type.code();
        putShort(bytes, FrameLayout.LENGTH, payload.length + FrameLayout.SUM_BYTES);
        System.arraycopy(payload, 0, bytes, FrameLayout.PAYLOAD, payload.length);
        int summed = FrameLayout.PAYLOAD - FrameLayout.TYPE + payload.length;
        putShort(bytes, FrameLayout.PAYLOAD + payload.length, FrameLayout.sum(bytes, FrameLayout.TYPE, summed));
        return bytes;
    }

    private static void putShort(byte[] target, int offset, int value) {
        target[offset] = (byte) (value >>> 8);
        target[offset + 1] = (byte) value;
    }

    @Override
    public String toString() {
        return "Frame[" + type + ", " + payload.length + " bytes]";
    }
}

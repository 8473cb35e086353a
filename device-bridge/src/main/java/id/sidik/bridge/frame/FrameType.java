package id.sidik.bridge.frame;

import org.jspecify.annotations.Nullable;

/** What a frame is for: the manual's package identifier. */
public enum FrameType {
    COMMAND(0x01),
    DATA(0x02),
    ACKNOWLEDGEMENT(0x07),
    END_OF_DATA(0x08);

    private final byte code;

    FrameType(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    static @Nullable FrameType ofCode(byte code) {
        return switch (code) {
            case 0x01 -> COMMAND;
            case 0x02 -> DATA;
            case 0x07 -> ACKNOWLEDGEMENT;
            case 0x08 -> END_OF_DATA;
            default -> null;
        };
    }
}

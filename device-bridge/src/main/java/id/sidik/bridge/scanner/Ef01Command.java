package id.sidik.bridge.scanner;

import org.jspecify.annotations.Nullable;

/** The commands of the EF01 family that we use, by the names of the ZFM-20 and R503 manuals. */
public enum Ef01Command {
    GEN_IMG(0x01),
    UP_IMAGE(0x0A),
    SET_SYS_PARA(0x0E),
    READ_SYS_PARA(0x0F),
    VFY_PWD(0x13),
    GET_IMAGE_EX(0x28),
    AURA_LED_CONFIG(0x35),
    READ_PROD_INFO(0x3C),
    OPEN_LED(0x50),
    CLOSE_LED(0x51);

    private final byte code;

    Ef01Command(int code) {
        this.code = (byte) code;
    }

    /** The command with this code, 0 to 255; null for one that we do not know. */
    public static @Nullable Ef01Command ofCode(int code) {
        for (Ef01Command command : values()) {
            if (command.code == (byte) code) {
                return command;
            }
        }
        return null;
    }

    public byte code() {
        return code;
    }
}

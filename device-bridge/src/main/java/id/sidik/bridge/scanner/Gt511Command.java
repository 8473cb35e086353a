package id.sidik.bridge.scanner;

/** The commands of the GT-511 family that we use (SparkFun's and brianrho's libraries agree on them). */
public enum Gt511Command {
    OPEN(0x01),
    CHANGE_BAUDRATE(0x04),
    CMOS_LED(0x12),
    IS_PRESS_FINGER(0x26),
    CAPTURE_FINGER(0x60),
    GET_IMAGE(0x62);

    private final int code;

    Gt511Command(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}

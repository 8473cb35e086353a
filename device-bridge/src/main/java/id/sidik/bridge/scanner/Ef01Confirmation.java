package id.sidik.bridge.scanner;

/** The confirmation codes that mean something to us: the first byte of every acknowledgement. */
public final class Ef01Confirmation {
    public static final int OK = 0x00;
    /** The module received a damaged command. */
    public static final int RECEIVE_ERROR = 0x01;

    public static final int NO_FINGER = 0x02;
    public static final int IMAGE_FAILED = 0x03;
    public static final int IMAGE_POOR = 0x07;
    public static final int UPLOAD_FAILED = 0x0F;
    public static final int PASSWORD_WRONG = 0x13;
    public static final int NO_IMAGE = 0x15;
    public static final int REGISTER_WRONG = 0x1A;
    /** R503: what a register, or the ring, can not be set to. */
    public static final int REGISTER_VALUE_WRONG = 0x1B;

    public static final int ADDRESS_WRONG = 0x20;
    public static final int PASSWORD_MISSING = 0x21;
    /** R503: hardware of the sensor. */
    public static final int SENSOR_BROKEN = 0x29;

    public static final int COMMAND_UNKNOWN = 0xFC;
    /** R503: hardware of the module. */
    public static final int HARDWARE_BROKEN = 0xFD;

    private Ef01Confirmation() {}
}

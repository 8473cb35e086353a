package id.sidik.bridge.scanner;

/** The errors that a refusal of the GT-511 family carries and that mean something to us. */
public final class Gt511Error {
    public static final int WRONG_BAUD = 0x1002;
    /** The module received a damaged command. */
    public static final int COMMUNICATION = 0x1006;

    public static final int BAD_FINGER = 0x100C;
    public static final int DEVICE = 0x100F;
    public static final int NO_FINGER = 0x1012;

    private Gt511Error() {}
}

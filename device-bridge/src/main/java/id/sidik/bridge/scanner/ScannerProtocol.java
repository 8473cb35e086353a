package id.sidik.bridge.scanner;

/** What a module speaks on its serial line. */
public enum ScannerProtocol {
    /** ZFM, R30x, R50x, AS608, FPM10A and their kin. */
    EF01(true),
    /** ADH-Tech GT-511C1R, GT-511C3, GT-521F32 and GT-521F52. */
    GT511(false),
    /** Waveshare UART fingerprint sensors, and others on the TFS-M51 board. */
    F5(true);

    private final boolean keepsBaud;

    ScannerProtocol(boolean keepsBaud) {
        this.keepsBaud = keepsBaud;
    }

    /** Whether a module still has the baud it was moved to when it gets power again. */
    boolean keepsBaud() {
        return keepsBaud;
    }
}

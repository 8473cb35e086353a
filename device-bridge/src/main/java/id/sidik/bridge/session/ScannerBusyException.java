package id.sidik.bridge.session;

/** A scanner serves one capture at a time, and another one is under way. */
public final class ScannerBusyException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public ScannerBusyException() {
        super("the scanner serves another capture; wait until that has ended");
    }
}

package id.sidik.bridge.fleet;

/** A profile is not taken. The message says why; it goes to the institution, and names nothing of this box but its settings. */
final class ProfileRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    ProfileRefusedException(String message) {
        super(message);
    }

    ProfileRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}

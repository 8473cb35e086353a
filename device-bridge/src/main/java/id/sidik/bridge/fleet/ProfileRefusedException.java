package id.sidik.bridge.fleet;

/** A profile is not taken. The message says why; it goes to the institution, and names nothing of this box but its settings. */
final class ProfileRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final long number;

    ProfileRefusedException(String message) {
        super(message);
        this.number = 0;
    }

    ProfileRefusedException(String message, Throwable cause) {
        this(0, message, cause);
    }

    /** @param number of a profile that the anchor signed for this bridge */
    ProfileRefusedException(long number, String message, Throwable cause) {
        super(message, cause);
        this.number = number;
    }

    /** Of the profile; 0 when there is none that can be believed. */
    long number() {
        return number;
    }
}

package id.sidik.bridge.site;

/** A pack that is not for us, not from our gate, or not what it says: it is not kept, and those that we hold stay. */
public final class PackRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    PackRefusedException(String message) {
        super(message);
    }

    PackRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}

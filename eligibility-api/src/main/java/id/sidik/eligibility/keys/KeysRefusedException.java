package id.sidik.eligibility.keys;

/** A secret is missing, unreadable or exposed. The message says which file, and what cures it. */
public final class KeysRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeysRefusedException(String message) {
        super(message);
    }

    KeysRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}

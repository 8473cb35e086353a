package id.sidik.matcher.crypto;

/** The key file is missing, unreadable, open to others, or not a key; the message names the file and the cure. */
public final class KeyUnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyUnusableException(String message) {
        super(message);
    }

    KeyUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}

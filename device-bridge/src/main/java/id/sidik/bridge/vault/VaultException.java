package id.sidik.bridge.vault;

/** The keys cannot be used; the message names the file and the cure. Holds no part of a key. */
public final class VaultException extends Exception {
    private static final long serialVersionUID = 1L;

    VaultException(String message) {
        super(message);
    }

    VaultException(String message, Throwable cause) {
        super(message, cause);
    }
}

package id.sidik.bridge.vault;

/** Bytes that were not sealed with our key, or not for this place, or were changed since. */
public final class SealBrokenException extends Exception {
    private static final long serialVersionUID = 1L;

    SealBrokenException(Throwable cause) {
        super("the seal does not open", cause);
    }
}

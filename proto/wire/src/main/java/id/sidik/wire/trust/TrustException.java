package id.sidik.wire.trust;

/** The trust folder cannot be used as it is. The message names the file and the cure. */
public final class TrustException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TrustException(String message) {
        super(message);
    }

    public TrustException(String message, Throwable cause) {
        super(message, cause);
    }
}

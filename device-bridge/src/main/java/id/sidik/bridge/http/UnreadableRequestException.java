package id.sidik.bridge.http;

/** A body that is not what the API takes. */
public final class UnreadableRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableRequestException(String message) {
        super(message);
    }

    public UnreadableRequestException(String message, Throwable cause) {
        super(message, cause);
    }
}

package id.sidik.bridge.http;

/** A body that is not what the API takes. */
final class UnreadableRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableRequestException(String message) {
        super(message);
    }

    UnreadableRequestException(String message, Throwable cause) {
        super(message, cause);
    }
}

package id.sidik.bridge.console;

/** A service that is needed is not running. */
public final class ServiceAbsentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServiceAbsentException(String message) {
        super(message);
    }
}

package id.sidik.eligibility.transparency;

/** What was published and what the books hold cannot both be true. The message says what cures it. */
public final class LogRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogRefusedException(String message) {
        super(message);
    }

    LogRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}

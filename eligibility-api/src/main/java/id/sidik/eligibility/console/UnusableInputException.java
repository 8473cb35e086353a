package id.sidik.eligibility.console;

/** What was typed or read cannot be used; the message names it and the cure. */
final class UnusableInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableInputException(String message) {
        super(message);
    }

    UnusableInputException(String message, Exception cause) {
        super(message, cause);
    }
}

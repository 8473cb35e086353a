package id.sidik.benchmarks.sizing;

/** A file of figures, or a number that was asked for, says what can not be. */
final class UnusableFiguresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableFiguresException(String message) {
        super(message);
    }

    UnusableFiguresException(String message, Throwable cause) {
        super(message, cause);
    }
}

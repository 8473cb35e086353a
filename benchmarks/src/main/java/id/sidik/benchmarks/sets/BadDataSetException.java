package id.sidik.benchmarks.sets;

/** A data set that can not be measured. The message names the place and the cure. */
public final class BadDataSetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadDataSetException(String message) {
        super(message);
    }

    BadDataSetException(String message, Throwable cause) {
        super(message, cause);
    }
}

package id.sidik.matcher.deduplication;

/** A job is known under this id, and began with other terms. */
public final class JobTermsDifferException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobTermsDifferException(String message) {
        super(message);
    }
}

package id.sidik.matcher.store;

/**
 * The disk did not take a write. After a failed sync nobody knows what the disk holds, and asking again may be answered
 * "done" for pages that were dropped; so nothing is written any more until the process starts again from the disk.
 */
public final class StoreFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreFailedException(String message) {
        super(message);
    }

    StoreFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}

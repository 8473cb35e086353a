package id.sidik.matcher.store;

/** The disk refused a copy of the store. The store itself goes on. */
public final class CopyFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CopyFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}

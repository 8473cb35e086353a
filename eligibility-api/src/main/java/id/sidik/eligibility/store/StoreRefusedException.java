package id.sidik.eligibility.store;

/** The store cannot be opened as it lies on disk. The message says what is wrong, where, and what cures it. */
public final class StoreRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreRefusedException(String message) {
        super(message);
    }

    StoreRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}

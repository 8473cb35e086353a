package id.sidik.eligibility.store;

import org.jspecify.annotations.Nullable;

/** The disk refused a write, or the store was closed: nothing is written any more. Restart from disk. */
public final class StoreStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreStoppedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    StoreStoppedException(String message) {
        super(message);
    }
}

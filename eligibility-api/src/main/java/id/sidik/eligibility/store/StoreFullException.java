package id.sidik.eligibility.store;

/** The disk of the books is full. They are read, and written again as soon as somebody has freed some space: nothing else is needed. */
public final class StoreFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreFullException(DiskFullException cause) {
        super(
                "The disk of the books is full (" + cause.getMessage()
                        + "). Free some space, nothing else is needed; then ask again under the same idempotency key",
                cause);
    }
}

package id.sidik.matcher.store;

/** The store is sound but must not be opened like this: another key, another number of partitions. Names the cure. */
public final class StoreRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreRefusedException(String message) {
        super(message);
    }
}

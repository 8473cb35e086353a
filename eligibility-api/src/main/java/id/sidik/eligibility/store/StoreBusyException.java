package id.sidik.eligibility.store;

/** More transactions wait than the queue may hold. Nothing happened; try again later. */
public final class StoreBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreBusyException(int waiting) {
        super("the writer is behind: " + waiting + " transactions wait; try again later");
    }
}

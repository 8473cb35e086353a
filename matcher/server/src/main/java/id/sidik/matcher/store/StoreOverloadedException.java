package id.sidik.matcher.store;

/** More writes wait than the queue holds; nothing of this one was stored, and it may be tried again. */
public final class StoreOverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreOverloadedException(int queuedWritesMax) {
        super(queuedWritesMax + " writes are waiting for the disk already; try again later");
    }
}

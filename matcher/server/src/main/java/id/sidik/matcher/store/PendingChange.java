package id.sidik.matcher.store;

import java.util.concurrent.CompletableFuture;

/** A change that waits for the disk, and the promise to say when it is there. */
record PendingChange(StoreChange change, CompletableFuture<Void> durable) {
    PendingChange(StoreChange change) {
        this(change, new CompletableFuture<>());
    }

    boolean growsTheStore() {
        return !change.added().isEmpty();
    }
}

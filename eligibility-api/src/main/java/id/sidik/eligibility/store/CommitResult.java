package id.sidik.eligibility.store;

import id.sidik.eligibility.records.RecordKind;

/** What became of a transaction. Unless it was {@link Committed}, nothing of it happened. */
public sealed interface CommitResult {
    /** All of it is durable: synced to disk before this was said. */
    record Committed(long auditIndex) implements CommitResult {}

    /** The same request was carried out before; this is what it was told, and the audit index it was told with. */
    record AlreadyAnswered(StoredAnswer answer) implements CommitResult {}

    /** Another request was carried out under this idempotency key. */
    record IdempotencyKeyReused() implements CommitResult {}

    /**
     * There is a record with the key of one that was to be added: the NID is taken, the receipt is consumed.
     *
     * @param kind the name of its kind; after a slash, the unique index in which it has that key
     */
    record RecordExists(String kind) implements CommitResult {
        /** Whether a record of this kind has the very key. */
        public boolean of(RecordKind<?> other) {
            return kind.equals(other.name());
        }
    }

    /**
     * A record changed, or went, since it was read: read it again and decide again.
     *
     * @param kind the name of its kind
     */
    record RecordChanged(String kind) implements CommitResult {}
}

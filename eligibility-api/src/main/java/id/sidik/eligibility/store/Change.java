package id.sidik.eligibility.store;

import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.util.Optional;

/**
 * One record before and after a transaction.
 *
 * @param before what must be there, or nothing of the transaction happens
 * @param after what will be there; empty if nothing will
 */
record Change<T>(RecordKind<T> kind, RecordKey key, Before<T> before, Optional<T> after) {

    /** What must be there. */
    sealed interface Before<T> {
        /** It does not matter. */
        record Anything<T>() implements Before<T> {}

        /** No record with this key. */
        record Nothing<T>() implements Before<T> {}

        /** This very record. */
        record AsRead<T>(T read) implements Before<T> {}
    }

    /** Whether it depends on what is stored: for itself, or for the entries of indexes that then lead nowhere. */
    boolean needsStored() {
        return !(before instanceof Before.Anything) || !kind.indexes().isEmpty();
    }

    /** Why it cannot happen any more, if it cannot. */
    Optional<CommitResult> refusal(Optional<T> stored) {
        return switch (before) {
            case Before.Anything<T> _ -> Optional.empty();
            case Before.Nothing<T> _ -> stored.map(_ -> new CommitResult.RecordExists(kind.name()));
            case Before.AsRead<T>(T read) ->
                stored.filter(read::equals).isPresent()
                        ? Optional.empty()
                        : Optional.of(new CommitResult.RecordChanged(kind.name()));
        };
    }
}

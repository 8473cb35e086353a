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

    Table table() {
        return Table.of(kind);
    }
}

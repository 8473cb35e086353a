package id.sidik.eligibility.store;

import java.util.Optional;

/** Where one record is read from: the engine, or the engine as it will be once a batch is written. */
@FunctionalInterface
interface Source {
    /** One record as it is stored, or empty. */
    Optional<byte[]> get(Table table, byte[] key);

    /** The same by place. */
    default Optional<byte[]> get(Batch.Place place) {
        return get(place.table(), place.keyBytes());
    }
}

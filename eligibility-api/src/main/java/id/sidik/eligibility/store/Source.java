package id.sidik.eligibility.store;

import java.util.Optional;

/** Where records are read from: the database alone, or the database as it will be once a batch is written. */
@FunctionalInterface
interface Source {
    /** One record as it is stored, or empty. */
    Optional<byte[]> get(Table table, byte[] key);
}

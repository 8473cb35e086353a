/** People, payments, decisions and audit at rest: one RocksDB, one writer, one atomic batch per transaction. */
@NullMarked
package id.sidik.eligibility.store;

import org.jspecify.annotations.NullMarked;

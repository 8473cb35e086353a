/**
 * Records of every kind, and the audit, at rest: one RocksDB, one writer, one atomic batch per transaction. What kinds there are is said
 * in {@code records} by each domain; how to add one is in {@code docs/howto/keep-a-record.md}.
 */
@NullMarked
package id.sidik.eligibility.store;

import org.jspecify.annotations.NullMarked;

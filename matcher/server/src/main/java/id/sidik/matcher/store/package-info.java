/** References at rest: the only package that knows RocksDB, and the only place where an acknowledgement becomes true. */
@NullMarked
package id.sidik.matcher.store;

import org.jspecify.annotations.NullMarked;

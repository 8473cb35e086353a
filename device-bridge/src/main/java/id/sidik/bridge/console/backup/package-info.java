/** Folders that hold a backup: written with sums, read with suspicion. */
@NullMarked
package id.sidik.bridge.console.backup;

import org.jspecify.annotations.NullMarked;

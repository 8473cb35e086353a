/** Owns the journal of answers given without a network: its bytes, and the promise that what was told is on the disk. */
@NullMarked
package id.sidik.bridge.journal;

import org.jspecify.annotations.NullMarked;

/** What anyone can check without trusting us: Merkle trees, signed checkpoints and signed receipts. JDK only. */
@NullMarked
package id.sidik.wire.proof;

import org.jspecify.annotations.NullMarked;

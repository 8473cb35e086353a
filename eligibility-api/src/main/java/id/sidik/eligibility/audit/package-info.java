/** The tamper-evident log of what was done: events, the Merkle tree over them, and its signed heads. */
@NullMarked
package id.sidik.eligibility.audit;

import org.jspecify.annotations.NullMarked;

/** The audit log as others see it: tiles, published heads, witnesses' cosignatures, and proofs to carry away. */
@NullMarked
package id.sidik.eligibility.transparency;

import org.jspecify.annotations.NullMarked;

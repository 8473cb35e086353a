/** Owns the secrets of a bridge that answers without a network, and all that is encrypted with them. */
@NullMarked
package id.sidik.bridge.vault;

import org.jspecify.annotations.NullMarked;

/** Owns {@code /v1/presence}: a number, a purpose and a finger in one call, and a signed receipt for an answer. */
@NullMarked
package id.sidik.bridge.facade.presence;

import org.jspecify.annotations.NullMarked;

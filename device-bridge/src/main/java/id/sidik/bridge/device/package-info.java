/** Owns this device's key, and what it signs: which captures it took. */
@NullMarked
package id.sidik.bridge.device;

import org.jspecify.annotations.NullMarked;

/** Owns the serial line to one device: opening, bytes in and out, and the reason when that fails. */
@NullMarked
package id.sidik.bridge.link;

import org.jspecify.annotations.NullMarked;

/** Owns the EF01 frame: bytes to frames and back, whatever the line does to them. Knows no command. */
@NullMarked
package id.sidik.bridge.frame;

import org.jspecify.annotations.NullMarked;

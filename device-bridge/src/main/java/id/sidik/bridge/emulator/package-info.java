/** Owns the virtual scanner: a module of the EF01 family behind a pseudo-terminal, with any finger and any fault. */
@NullMarked
package id.sidik.bridge.emulator;

import org.jspecify.annotations.NullMarked;

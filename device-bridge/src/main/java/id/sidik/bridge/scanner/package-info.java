/** Owns the dialogue with a scanner: commands, answers, the image; from a frame to a finger image or a precise fault. */
@NullMarked
package id.sidik.bridge.scanner;

import org.jspecify.annotations.NullMarked;

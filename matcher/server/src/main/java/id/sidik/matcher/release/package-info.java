/** Owns the one way on which templates leave this process. */
@NullMarked
package id.sidik.matcher.release;

import org.jspecify.annotations.NullMarked;

/** Copies of the gallery's segments on the disk, so that a start need not lay them out again: sealed, derived, never trusted. */
@NullMarked
package id.sidik.matcher.segments;

import org.jspecify.annotations.NullMarked;

/** Proves books that no process holds. */
@NullMarked
package id.sidik.eligibility.check;

import org.jspecify.annotations.NullMarked;

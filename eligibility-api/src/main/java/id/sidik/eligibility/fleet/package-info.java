/** Bridges that joined, the codes that let them, and who showed wrong ones. */
@NullMarked
package id.sidik.eligibility.fleet;

import org.jspecify.annotations.NullMarked;

/** Synthetic prints on disk: something to look at, and data for {@code accuracy}. */
@NullMarked
package id.sidik.benchmarks.prints;

import org.jspecify.annotations.NullMarked;

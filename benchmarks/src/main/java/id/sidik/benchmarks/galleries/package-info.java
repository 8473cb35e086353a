/** Galleries of fingers that nobody has: made, written to files, and held against real ones. */
@NullMarked
package id.sidik.benchmarks.galleries;

import org.jspecify.annotations.NullMarked;

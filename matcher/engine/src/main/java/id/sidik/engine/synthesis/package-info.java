/** Prints of fingers that nobody has: grown from a seed, so that tests, demos and benchmarks need no real person's print. */
@NullMarked
package id.sidik.engine.synthesis;

import org.jspecify.annotations.NullMarked;

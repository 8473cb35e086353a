/** How many boxes of which profile a country needs, and the figures that say so. Arithmetic only. */
@NullMarked
package id.sidik.benchmarks.sizing;

import org.jspecify.annotations.NullMarked;

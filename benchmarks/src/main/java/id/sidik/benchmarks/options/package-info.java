/** What several commands ask for in the same words. */
@NullMarked
package id.sidik.benchmarks.options;

import org.jspecify.annotations.NullMarked;

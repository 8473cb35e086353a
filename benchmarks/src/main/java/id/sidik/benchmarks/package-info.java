/** The command line through which people measure Sidik. */
@NullMarked
package id.sidik.benchmarks;

import org.jspecify.annotations.NullMarked;

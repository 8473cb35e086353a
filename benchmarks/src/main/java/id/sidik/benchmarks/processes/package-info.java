/** Our services as processes that a measurement starts, stops and kills. */
@NullMarked
package id.sidik.benchmarks.processes;

import org.jspecify.annotations.NullMarked;

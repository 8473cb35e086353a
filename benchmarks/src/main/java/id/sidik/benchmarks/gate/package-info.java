/** A gate inside this process, on a clock of its maker's: real journeys, real books, and a real matcher behind gRPC. */
@NullMarked
package id.sidik.benchmarks.gate;

import org.jspecify.annotations.NullMarked;

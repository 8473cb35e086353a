/** Owns the storm over serial scanners: captures with random faults, and what is left behind. */
@NullMarked
package id.sidik.benchmarks.scannerstorm;

import org.jspecify.annotations.NullMarked;

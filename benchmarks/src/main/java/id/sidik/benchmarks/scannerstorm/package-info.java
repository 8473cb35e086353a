/** Owns the storm over scanners: captures with random faults, and what is left behind. */
@NullMarked
package id.sidik.benchmarks.scannerstorm;

import org.jspecify.annotations.NullMarked;

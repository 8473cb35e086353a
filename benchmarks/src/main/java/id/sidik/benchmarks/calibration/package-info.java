/** What our comparator's score is worth: the weights of its evidence, fitted and left out, and the curve from score to FMR. */
@NullMarked
package id.sidik.benchmarks.calibration;

import org.jspecify.annotations.NullMarked;

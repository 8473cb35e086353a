/** How often engines err on a set of prints: data sets, pairs, error rates, reports. */
@NullMarked
package id.sidik.benchmarks.accuracy;

import org.jspecify.annotations.NullMarked;

/** How an engine's errors grow as synthetic impressions are spoilt, one measured dial at a time. */
@NullMarked
package id.sidik.benchmarks.robustness;

import org.jspecify.annotations.NullMarked;

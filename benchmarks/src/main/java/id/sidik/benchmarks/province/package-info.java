/**
 * A made-up province lives its year at a real gate: {@link id.sidik.eligibility.province.Province} says what happens, and here it happens, by the
 * journeys that every counter goes through. Then the reports are asked what they found.
 */
@NullMarked
package id.sidik.benchmarks.province;

import org.jspecify.annotations.NullMarked;

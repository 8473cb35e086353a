/** The matcher, as the gate sees it: comparisons, searches and enrolments of people whom it knows by subject ids alone. */
@NullMarked
package id.sidik.eligibility.matching;

import org.jspecify.annotations.NullMarked;

/** Visits to a facility, from the counter to the discharge, and which of them overlap. */
@NullMarked
package id.sidik.eligibility.visit;

import org.jspecify.annotations.NullMarked;

/** The answers of the gate: its three outcomes, and the stable words for every reason and cause. */
@NullMarked
package id.sidik.eligibility.decision;

import org.jspecify.annotations.NullMarked;

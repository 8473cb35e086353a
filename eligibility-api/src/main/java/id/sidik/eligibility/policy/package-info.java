/** The rules of the gate, as a pure function from facts and a moment to a ruling. */
@NullMarked
package id.sidik.eligibility.policy;

import org.jspecify.annotations.NullMarked;

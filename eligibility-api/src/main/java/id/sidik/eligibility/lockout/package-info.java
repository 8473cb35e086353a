/** Failures that fade, and who has to wait because of them. */
@NullMarked
package id.sidik.eligibility.lockout;

import org.jspecify.annotations.NullMarked;

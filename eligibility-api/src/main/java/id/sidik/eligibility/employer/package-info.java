/** Who employs members and pays for them: employers by their registration number. */
@NullMarked
package id.sidik.eligibility.employer;

import org.jspecify.annotations.NullMarked;

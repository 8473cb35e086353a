/** Who is registered: members, their status, and the cases in which two of them may be one person. */
@NullMarked
package id.sidik.eligibility.member;

import org.jspecify.annotations.NullMarked;

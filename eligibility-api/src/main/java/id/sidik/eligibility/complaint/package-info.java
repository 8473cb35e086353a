/** What people complain of, and what they are answered. */
@NullMarked
package id.sidik.eligibility.complaint;

import org.jspecify.annotations.NullMarked;

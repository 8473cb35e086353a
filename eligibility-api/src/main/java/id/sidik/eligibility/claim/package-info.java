/** Claims for a benefit: what they say, and which step may follow which. */
@NullMarked
package id.sidik.eligibility.claim;

import org.jspecify.annotations.NullMarked;

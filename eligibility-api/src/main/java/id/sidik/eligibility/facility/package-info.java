/** What was agreed with facilities, and what was approved for one member: plain values, and how they are kept. */
@NullMarked
package id.sidik.eligibility.facility;

import org.jspecify.annotations.NullMarked;

/** What was paid for whom, by programme and month, and the standing that follows from it. */
@NullMarked
package id.sidik.eligibility.contribution;

import org.jspecify.annotations.NullMarked;

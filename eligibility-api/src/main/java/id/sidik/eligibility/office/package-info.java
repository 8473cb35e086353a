/** Puts the made-up province into real books, and shows what the reports make of it. A program of its own: no service runs meanwhile. */
@NullMarked
package id.sidik.eligibility.office;

import org.jspecify.annotations.NullMarked;

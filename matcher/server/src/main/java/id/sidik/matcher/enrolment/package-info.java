/** The journey of a new subject: samples, quality, duplicate search, store, gallery. */
@NullMarked
package id.sidik.matcher.enrolment;

import org.jspecify.annotations.NullMarked;

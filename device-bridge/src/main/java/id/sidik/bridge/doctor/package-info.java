/** What a technician at a counter needs to know of a box: what was looked at, what was found, and what helps. It only reads. */
@NullMarked
package id.sidik.bridge.doctor;

import org.jspecify.annotations.NullMarked;

/** What bounds a call: its time, and the work that may wait. */
@NullMarked
package id.sidik.matcher.limits;

import org.jspecify.annotations.NullMarked;

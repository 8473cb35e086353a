/** From what a caller sent to what can be compared, on a bounded pool: decoding and extraction cost processor time. */
@NullMarked
package id.sidik.matcher.sample;

import org.jspecify.annotations.NullMarked;

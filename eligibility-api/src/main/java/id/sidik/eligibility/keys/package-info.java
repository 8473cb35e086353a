/** The secrets of this process: made once, kept in files of their owner, never invented again. */
@NullMarked
package id.sidik.eligibility.keys;

import org.jspecify.annotations.NullMarked;

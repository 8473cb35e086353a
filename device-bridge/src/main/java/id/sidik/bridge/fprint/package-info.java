/** Owns USB readers that libfprint drives: the process that the library runs in, and what becomes of its crashes. */
@NullMarked
package id.sidik.bridge.fprint;

import org.jspecify.annotations.NullMarked;

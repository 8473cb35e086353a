/** Finger images: from untrusted bytes to 8-bit grey pixels of a known resolution. */
@NullMarked
package id.sidik.engine.image;

import org.jspecify.annotations.NullMarked;

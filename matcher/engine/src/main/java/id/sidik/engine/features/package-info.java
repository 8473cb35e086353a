/** What a print is reduced to, in our own terms: minutiae and the coarse field of its ridges. */
@NullMarked
package id.sidik.engine.features;

import org.jspecify.annotations.NullMarked;

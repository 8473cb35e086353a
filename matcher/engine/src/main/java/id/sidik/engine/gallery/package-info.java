/** The references that are searched together, in partitions, and the 1:1 and 1:N answers about them. */
@NullMarked
package id.sidik.engine.gallery;

import org.jspecify.annotations.NullMarked;

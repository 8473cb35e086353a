/** How good a finger image is for comparison, and what holds it down. */
@NullMarked
package id.sidik.engine.quality;

import org.jspecify.annotations.NullMarked;

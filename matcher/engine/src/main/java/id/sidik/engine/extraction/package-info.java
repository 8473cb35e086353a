/** From a finger image to a template, or to the reason why there is none. */
@NullMarked
package id.sidik.engine.extraction;

import org.jspecify.annotations.NullMarked;

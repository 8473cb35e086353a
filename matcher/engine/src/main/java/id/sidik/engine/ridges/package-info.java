/** From grey values to minutiae: where the print is, how its ridges run, what they look like once noise is filtered out, where they end. */
@NullMarked
package id.sidik.engine.ridges;

import org.jspecify.annotations.NullMarked;

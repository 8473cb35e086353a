/** The bridge process: its settings, and the wiring of everything in it. */
@NullMarked
package id.sidik.bridge;

import org.jspecify.annotations.NullMarked;

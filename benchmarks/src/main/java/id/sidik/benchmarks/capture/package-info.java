/** Owns the time from a finger on the glass to the answer on the screen, stage by stage, with every part real but the skin. */
@NullMarked
package id.sidik.benchmarks.capture;

import org.jspecify.annotations.NullMarked;

/** The engines that are measured side by side, behind one interface, and the threads that they run on. */
@NullMarked
package id.sidik.benchmarks.engine;

import org.jspecify.annotations.NullMarked;

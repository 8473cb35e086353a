/** Figures of a process, in the words of Prometheus. */
@NullMarked
package id.sidik.wire.metrics;

import org.jspecify.annotations.NullMarked;

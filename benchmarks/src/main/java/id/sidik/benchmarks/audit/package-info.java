/** How many leaves a second the gate's audit log takes, each durable before it is acknowledged. */
@NullMarked
package id.sidik.benchmarks.audit;

import org.jspecify.annotations.NullMarked;

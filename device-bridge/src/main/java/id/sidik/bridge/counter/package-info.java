/** Owns the journeys at a counter: capture, then ask the gate, and tell each step as it happens. */
@NullMarked
package id.sidik.bridge.counter;

import org.jspecify.annotations.NullMarked;

/** Owns the line to the gate: one question, one key, one deadline, and what to say when nobody answers. */
@NullMarked
package id.sidik.bridge.uplink;

import org.jspecify.annotations.NullMarked;

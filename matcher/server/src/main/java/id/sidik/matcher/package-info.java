/** The matcher process: its wiring and its configuration. */
@NullMarked
package id.sidik.matcher;

import org.jspecify.annotations.NullMarked;

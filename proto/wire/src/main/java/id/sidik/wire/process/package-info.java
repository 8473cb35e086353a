/** How a process starts, says where it listens, and ends. */
@NullMarked
package id.sidik.wire.process;

import org.jspecify.annotations.NullMarked;

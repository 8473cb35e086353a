/** How this bridge does: its scanners since the start, its line, its certificate and its packs. For technicians and their programs. */
@NullMarked
package id.sidik.bridge.watch;

import org.jspecify.annotations.NullMarked;

/** Owns the console's commands about facilities that lose their network. */
@NullMarked
package id.sidik.bridge.console.site;

import org.jspecify.annotations.NullMarked;

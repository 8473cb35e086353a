/** Settings in layers: defaults, hardware profile, file, environment. An unknown key stops the start. */
@NullMarked
package id.sidik.wire.config;

import org.jspecify.annotations.NullMarked;

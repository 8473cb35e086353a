/** What a device signs of its captures and of its next key: texts that the bridge and the gate make alike. */
@NullMarked
package id.sidik.wire.device;

import org.jspecify.annotations.NullMarked;

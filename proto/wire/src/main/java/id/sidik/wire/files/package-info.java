/** Files that outlive a power cut. */
@NullMarked
package id.sidik.wire.files;

import org.jspecify.annotations.NullMarked;

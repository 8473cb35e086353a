/** Grey JPEG 2000 pictures (ISO/IEC 15444-1), as fingerprint standards profile them: from bytes of anybody to pixels. */
@NullMarked
package id.sidik.engine.image.jpeg2000;

import org.jspecify.annotations.NullMarked;

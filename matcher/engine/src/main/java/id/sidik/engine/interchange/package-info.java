/** Minutiae as others write them: records of ISO/IEC 19794-2 and of ANSI INCITS 378, to our features and back. */
@NullMarked
package id.sidik.engine.interchange;

import org.jspecify.annotations.NullMarked;

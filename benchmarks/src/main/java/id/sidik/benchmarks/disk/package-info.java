/** Folders on the disk that is measured, which leave nothing. */
@NullMarked
package id.sidik.benchmarks.disk;

import org.jspecify.annotations.NullMarked;

/** Pictures that measurements make: prints turned and shifted, and things that are no finger. */
@NullMarked
package id.sidik.benchmarks.pictures;

import org.jspecify.annotations.NullMarked;

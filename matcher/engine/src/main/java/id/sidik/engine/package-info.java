/** Which extractor, comparator and calibration belong together. */
@NullMarked
package id.sidik.engine;

import org.jspecify.annotations.NullMarked;

/** What a score is worth: false match and false positive identification rates. */
@NullMarked
package id.sidik.engine.calibration;

import org.jspecify.annotations.NullMarked;

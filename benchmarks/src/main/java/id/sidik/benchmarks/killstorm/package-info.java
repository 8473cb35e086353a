/** Kills a matcher again and again while people are being enrolled, and counts who is missing afterwards. */
@NullMarked
package id.sidik.benchmarks.killstorm;

import org.jspecify.annotations.NullMarked;

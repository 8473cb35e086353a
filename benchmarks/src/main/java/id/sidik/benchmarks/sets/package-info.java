/** Sets of impressions on disk: whose finger, which impression, at which resolution. */
@NullMarked
package id.sidik.benchmarks.sets;

import org.jspecify.annotations.NullMarked;

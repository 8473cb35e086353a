/** Measures whether a site without a network keeps every answer that it gave, whenever it is killed. */
@NullMarked
package id.sidik.benchmarks.offlinestorm;

import org.jspecify.annotations.NullMarked;

/** What this box can do, in figures that sizing reads. Two minutes, not an hour: for planning, not for papers. */
@NullMarked
package id.sidik.benchmarks.boxfigures;

import org.jspecify.annotations.NullMarked;

/** How long a matcher of many subjects takes from its start to its first search. */
@NullMarked
package id.sidik.benchmarks.start;

import org.jspecify.annotations.NullMarked;

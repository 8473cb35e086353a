/** 1:N: how long a search takes, what it finds and what it misses, among millions who are nobody. */
@NullMarked
package id.sidik.benchmarks.identify;

import org.jspecify.annotations.NullMarked;

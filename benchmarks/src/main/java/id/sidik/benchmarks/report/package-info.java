/** What every measurement hands out: a table for people and JSON for programs. */
@NullMarked
package id.sidik.benchmarks.report;

import org.jspecify.annotations.NullMarked;

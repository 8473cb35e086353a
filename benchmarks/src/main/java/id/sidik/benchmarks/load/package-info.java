/** How much the gate bears: questions at times that were fixed before, at rising rates, and what is in the audit afterwards. */
@NullMarked
package id.sidik.benchmarks.load;

import org.jspecify.annotations.NullMarked;

/** How long a bridge takes from its start until it can serve, and what memory it holds. */
@NullMarked
package id.sidik.benchmarks.bridgestart;

import org.jspecify.annotations.NullMarked;

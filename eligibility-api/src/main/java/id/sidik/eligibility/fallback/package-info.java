/** What helps when a finger does not: its methods, their limits, and which step may follow which. */
@NullMarked
package id.sidik.eligibility.fallback;

import org.jspecify.annotations.NullMarked;

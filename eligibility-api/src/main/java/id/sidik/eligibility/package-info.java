/** The gate as a process: its settings, its server, and the wiring of everything in the packages below. */
@NullMarked
package id.sidik.eligibility;

import org.jspecify.annotations.NullMarked;

/** {@code ./sidik policy}: rules checked, tried out and explained. In this module, because it needs the policy's inside. */
@NullMarked
package id.sidik.eligibility.console;

import org.jspecify.annotations.NullMarked;

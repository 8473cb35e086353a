/** Carries one-time codes to the institution's message gateway. */
@NullMarked
package id.sidik.eligibility.courier;

import org.jspecify.annotations.NullMarked;

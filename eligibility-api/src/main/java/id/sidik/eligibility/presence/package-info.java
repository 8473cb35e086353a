/** What stands for a person having been there: receipts and their use, trusted devices, samples seen, and which finger works. */
@NullMarked
package id.sidik.eligibility.presence;

import org.jspecify.annotations.NullMarked;

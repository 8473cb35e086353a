/** The signed receipt of a decision, which anyone who has the public key can check without us. */
@NullMarked
package id.sidik.eligibility.receipt;

import org.jspecify.annotations.NullMarked;

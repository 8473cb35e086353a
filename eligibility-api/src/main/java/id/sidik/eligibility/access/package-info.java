/** Who may do what: the table of operations, what certificates and tokens say of a caller, and the demo's own issuer of tokens. */
@NullMarked
package id.sidik.eligibility.access;

import org.jspecify.annotations.NullMarked;

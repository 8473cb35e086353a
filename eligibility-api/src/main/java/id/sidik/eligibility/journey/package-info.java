/** What the gate does for a caller, from request to durable answer, in the words of the contract and whatever the transport. */
@NullMarked
package id.sidik.eligibility.journey;

import org.jspecify.annotations.NullMarked;

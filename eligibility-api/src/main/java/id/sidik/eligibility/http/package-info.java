/** The REST side of the gate: the same journeys as JSON, and the one mapping of refusals to HTTP problems (RFC 9457). */
@NullMarked
package id.sidik.eligibility.http;

import org.jspecify.annotations.NullMarked;

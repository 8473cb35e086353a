/** The gRPC side of the gate: the service, who may call what, and the one mapping of refusals to codes. */
@NullMarked
package id.sidik.eligibility.rpc;

import org.jspecify.annotations.NullMarked;

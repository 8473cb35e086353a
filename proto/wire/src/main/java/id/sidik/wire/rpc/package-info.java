/** What every gRPC call of ours has: a deadline, an error with a stable reason, a size limit, a caller with a role. */
@NullMarked
package id.sidik.wire.rpc;

import org.jspecify.annotations.NullMarked;

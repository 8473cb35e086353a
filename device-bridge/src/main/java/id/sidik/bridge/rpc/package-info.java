/** Owns the bridge's gRPC contract: who may call, what an answer looks like, which status an error gets. */
@NullMarked
package id.sidik.bridge.rpc;

import org.jspecify.annotations.NullMarked;

package id.sidik.wire.rpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.StatusRuntimeException;

/** Ends a call before any handler has seen it. */
final class CallRefusal {
    private CallRefusal() {}

    static <Q, A> ServerCall.Listener<Q> close(ServerCall<Q, A> call, StatusRuntimeException error) {
        Metadata trailers = error.getTrailers();
        call.close(error.getStatus(), trailers == null ? new Metadata() : trailers);
        return new ServerCall.Listener<>() {};
    }
}

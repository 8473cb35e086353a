package id.sidik.bridge.uplink;

import id.sidik.wire.rpc.RpcError;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;

/**
 * Hears on the line to the gate that this bridge was turned away for good, whichever call it was told to. That it is the gate who says so is
 * shown by its certificate. A line that is down, a certificate that the books do not know, a full gate: none of these is it.
 */
public final class RevocationWatch implements ClientInterceptor {
    private static final String REVOKED = "BRIDGE_REVOKED";

    private final Runnable revoked;

    /** @param revoked may be run often, and by many threads; must not throw */
    public RevocationWatch(Runnable revoked) {
        this.revoked = revoked;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                super.start(
                        new SimpleForwardingClientCallListener<>(listener) {
                            @Override
                            public void onClose(Status status, Metadata trailers) {
                                if (isRevocation(status, trailers)) {
                                    revoked.run();
                                }
                                super.onClose(status, trailers);
                            }
                        },
                        headers);
            }
        };
    }

    private static boolean isRevocation(Status status, Metadata trailers) {
        return status.getCode() == Status.Code.UNAUTHENTICATED
                && RpcError.reasonOf(status.asRuntimeException(trailers))
                        .filter(REVOKED::equals)
                        .isPresent();
    }
}

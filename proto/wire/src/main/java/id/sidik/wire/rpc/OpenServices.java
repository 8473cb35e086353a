package id.sidik.wire.rpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status.Code;
import java.util.Set;

/** Lets calls of some services through, whoever calls, and no others. */
final class OpenServices implements ServerInterceptor {
    private final Set<String> names;

    OpenServices(Set<String> names) {
        this.names = names;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        return names.contains(String.valueOf(call.getMethodDescriptor().getServiceName()))
                ? next.startCall(call, headers)
                : CallRefusal.close(
                        call,
                        RpcError.of(
                                Code.UNAUTHENTICATED,
                                "CERTIFICATE_MISSING",
                                "This door is for machines that join; call the gate with a certificate"));
    }
}

package id.sidik.wire.rpc;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status.Code;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import java.util.Set;

/**
 * Refuses a call that names no deadline: nobody would know when to stop working for it. Health and reflection are exempt, because
 * the tools that use them often set none. Handlers find the deadline in {@link Context#current()}.
 */
final class DeadlineGuard implements ServerInterceptor {
    private static final Set<String> EXEMPT_SERVICES =
            Set.of(HealthGrpc.SERVICE_NAME, ServerReflectionGrpc.SERVICE_NAME);

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String service = call.getMethodDescriptor().getServiceName();
        if (Context.current().getDeadline() != null || (service != null && EXEMPT_SERVICES.contains(service))) {
            return next.startCall(call, headers);
        }
        return CallRefusal.close(
                call,
                RpcError.of(
                        Code.INVALID_ARGUMENT,
                        "DEADLINE_MISSING",
                        "Say how long you will wait: "
                                + call.getMethodDescriptor().getFullMethodName() + " needs a deadline"));
    }
}

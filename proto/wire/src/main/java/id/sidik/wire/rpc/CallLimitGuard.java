package id.sidik.wire.rpc;

import id.sidik.wire.limit.CallLimit;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status.Code;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Turns calls away beyond what a service takes on at once, before anything else is asked of them: refusing must cost less than serving.
 * Streams do not count, since each has a bound and a pace of its own, and last for hours; nor does what tells how the service is, which
 * must be answered when it is overloaded, too.
 */
public final class CallLimitGuard implements ServerInterceptor {
    private final CallLimit limit;
    private final Set<String> exemptServices = Set.of(HealthGrpc.SERVICE_NAME, ServerReflectionGrpc.SERVICE_NAME);
    private final Set<String> exemptMethods;
    private final ServerInterceptor inner;

    /**
     * Guards.
     *
     * @param exemptMethods that tell how the service is
     * @param inner asks whoever is let in for her certificate and role
     */
    public CallLimitGuard(CallLimit limit, Set<MethodDescriptor<?, ?>> exemptMethods, ServerInterceptor inner) {
        this.limit = limit;
        this.exemptMethods = new HashSet<>();
        exemptMethods.forEach(method -> this.exemptMethods.add(method.getFullMethodName()));
        this.inner = inner;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (!counts(call.getMethodDescriptor())) {
            return inner.interceptCall(call, headers, next);
        }
        if (!limit.enter()) {
            return CallRefusal.close(
                    call,
                    RpcError.retryable(
                            Code.RESOURCE_EXHAUSTED, "OVERLOADED", limit.refusal(), Map.of(), CallLimit.RETRY_AFTER));
        }
        try {
            return new Leaving<>(inner.interceptCall(call, headers, next));
        } catch (RuntimeException | Error e) {
            limit.leave(); // nobody will hear the end of this call
            throw e;
        }
    }

    private boolean counts(MethodDescriptor<?, ?> method) {
        return method.getType() == MethodType.UNARY
                && !exemptServices.contains(String.valueOf(method.getServiceName()))
                && !exemptMethods.contains(method.getFullMethodName());
    }

    /** gRPC says the end of every call in one of two ways, after its handler has returned. */
    private final class Leaving<Q> extends SimpleForwardingServerCallListener<Q> {
        Leaving(ServerCall.Listener<Q> listener) {
            super(listener);
        }

        @Override
        public void onComplete() {
            try {
                super.onComplete();
            } finally {
                limit.leave();
            }
        }

        @Override
        public void onCancel() {
            try {
                super.onCancel();
            } finally {
                limit.leave();
            }
        }
    }
}

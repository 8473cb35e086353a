package id.sidik.eligibility.rpc;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import id.sidik.eligibility.access.AccessControl;
import id.sidik.eligibility.access.AccessRefusedException;
import id.sidik.eligibility.access.Credentials;
import id.sidik.eligibility.access.Identity;
import id.sidik.eligibility.access.Operation;
import id.sidik.eligibility.access.Warrant;
import id.sidik.eligibility.journey.AccessRefusals;
import id.sidik.eligibility.journey.RequestScope;
import id.sidik.wire.rpc.RpcError;
import id.sidik.wire.trust.PeerCertificate;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a call through only when the table says that its caller may call this method, and each of its messages only when it is about
 * records that the caller may touch. Whatever ends for such a reason, also inside a journey, is written into the audit here.
 */
final class AccessGuard implements ServerInterceptor {
    private static final Context.Key<Warrant> WARRANT = Context.key("sidik-warrant");
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    /** Everybody asks them; they tell nothing of anybody. */
    private static final Set<String> OPEN_SERVICES = Set.of(HealthGrpc.SERVICE_NAME, ServerReflectionGrpc.SERVICE_NAME);

    private static final Set<Code> REFUSALS = EnumSet.of(Code.PERMISSION_DENIED, Code.UNAUTHENTICATED);

    private final AccessControl access;
    private final AccessRefusals refusals;
    private final Map<String, Operation> operations;

    /**
     * Finds the row of every method.
     *
     * @param services everything that the server serves
     * @throws IllegalStateException when a method has no row, or one that does not fit its request
     */
    AccessGuard(AccessControl access, AccessRefusals refusals, Collection<ServiceDescriptor> services) {
        this.access = access;
        this.refusals = refusals;
        this.operations = operations(services);
    }

    private static Map<String, Operation> operations(Collection<ServiceDescriptor> services) {
        Map<String, Operation> rows = new HashMap<>();
        List<String> without = new ArrayList<>();
        for (ServiceDescriptor service : services) {
            for (MethodDescriptor<?, ?> method : service.getMethods()) {
                rowOf(method)
                        .ifPresentOrElse(
                                row -> rows.put(method.getFullMethodName(), row),
                                () -> without.add(method.getFullMethodName()));
            }
        }
        if (!without.isEmpty()) {
            throw new IllegalStateException("No row of " + Operation.class.getName() + " for " + without);
        }
        return Map.copyOf(rows);
    }

    private static Optional<Operation> rowOf(MethodDescriptor<?, ?> method) {
        if (OPEN_SERVICES.contains(String.valueOf(method.getServiceName()))) {
            return Optional.of(Operation.SEE_SERVICE);
        }
        Optional<Operation> row = Operation.ofMethod(String.valueOf(method.getBareMethodName()));
        row.ifPresent(operation -> RequestScope.requireApplicable(operation, requestOf(method)));
        return row;
    }

    private static Descriptor requestOf(MethodDescriptor<?, ?> method) {
        ProtoMethodDescriptorSupplier schema =
                (ProtoMethodDescriptorSupplier) Objects.requireNonNull(method.getSchemaDescriptor());
        return schema.getMethodDescriptor().getInputType();
    }

    /** What the caller of the current call may do. */
    static Warrant warrant() {
        Warrant warrant = WARRANT.get();
        if (warrant == null) {
            throw new IllegalStateException("Outside a guarded call");
        }
        return warrant;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String method = call.getMethodDescriptor().getFullMethodName();
        AuditedCall<Q, A> audited = new AuditedCall<>(call);
        try {
            Identity caller = access.identify(
                    Credentials.of(PeerCertificate.of(call), Optional.ofNullable(headers.get(AUTHORIZATION))));
            audited.caller = Optional.of(caller);
            Warrant warrant = access.permit(caller, Objects.requireNonNull(operations.get(method)));
            ServerCall.Listener<Q> listener =
                    Contexts.interceptCall(Context.current().withValue(WARRANT, warrant), audited, headers, next);
            return warrant.reach().field().isPresent() ? new ScopedListener<>(listener, audited, warrant) : listener;
        } catch (AccessRefusedException e) {
            audited.refuse(e);
            return new ServerCall.Listener<>() {};
        }
    }

    /** A call that leaves a leaf in the audit when it ends with a refusal. */
    private final class AuditedCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private Optional<Identity> caller = Optional.empty();

        AuditedCall(ServerCall<Q, A> call) {
            super(call);
        }

        void refuse(AccessRefusedException refused) {
            StatusRuntimeException error = StatusMapping.errorOf(refused);
            Metadata trailers = error.getTrailers();
            close(error.getStatus(), trailers == null ? new Metadata() : trailers);
        }

        @Override
        public void close(Status status, Metadata trailers) {
            if (REFUSALS.contains(status.getCode())) {
                refusals.record(
                        caller,
                        getMethodDescriptor().getFullMethodName(),
                        RpcError.reasonOf(status.asRuntimeException(trailers))
                                .orElse(status.getCode().name()));
            }
            super.close(status, trailers);
        }
    }

    /** Passes on what the caller may ask. After the first message that she may not, nothing more reaches the handler. */
    private static final class ScopedListener<Q> extends SimpleForwardingServerCallListener<Q> {
        private final AuditedCall<Q, ?> call;
        private final Warrant warrant;
        private boolean refused;

        ScopedListener(ServerCall.Listener<Q> listener, AuditedCall<Q, ?> call, Warrant warrant) {
            super(listener);
            this.call = call;
            this.warrant = warrant;
        }

        @Override
        public void onMessage(Q message) {
            if (refused) {
                return;
            }
            try {
                RequestScope.require(warrant, (Message) message);
                super.onMessage(message);
            } catch (AccessRefusedException e) {
                refused = true;
                call.refuse(e);
            }
        }

        @Override
        public void onHalfClose() {
            if (!refused) {
                super.onHalfClose();
            }
        }
    }
}

package id.sidik.wire.rpc;

import id.sidik.wire.trust.PeerCertificate;
import id.sidik.wire.trust.Role;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServiceDescriptor;
import io.grpc.Status.Code;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Lets a call through only when its caller's certificate names a role that may call this method. */
public final class RoleGuard implements ServerInterceptor {
    private static final Context.Key<Role> CALLER = Context.key("sidik-caller-role");

    private final RoleTable table;

    /**
     * @param services everything that the server serves
     * @throws IllegalStateException when a method of them has no entry in the table
     */
    public RoleGuard(RoleTable table, Collection<ServiceDescriptor> services) {
        table.requireComplete(services);
        this.table = table;
    }

    /** The role of the caller of the current call. */
    public static Role caller() {
        Role role = CALLER.get();
        if (role == null) {
            throw new IllegalStateException("Outside a guarded call");
        }
        return role;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Optional<X509Certificate> certificate = PeerCertificate.of(call);
        if (certificate.isEmpty()) {
            return CallRefusal.close(
                    call,
                    RpcError.of(
                            Code.UNAUTHENTICATED,
                            "CERTIFICATE_MISSING",
                            "This connection carries no client certificate"));
        }
        String method = call.getMethodDescriptor().getFullMethodName();
        Optional<Role> role = Role.of(certificate.get());
        if (role.isEmpty() || !table.callersOf(method).contains(role.get())) {
            String caller = role.map(Role::uri).orElse("a certificate without a role");
            return CallRefusal.close(
                    call,
                    RpcError.of(
                            Code.PERMISSION_DENIED,
                            "ROLE_NOT_ALLOWED",
                            caller + " may not call " + method,
                            Map.of("method", method)));
        }
        return Contexts.interceptCall(Context.current().withValue(CALLER, role.get()), call, headers, next);
    }
}

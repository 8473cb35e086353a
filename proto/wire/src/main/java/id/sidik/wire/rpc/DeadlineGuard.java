package id.sidik.wire.rpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a call that names no deadline: nobody would know when to stop working for it. Health and reflection are exempt, because
 * the tools that use them often set none.
 *
 * <p>grpc-netty turns the header {@code grpc-timeout} into the deadline of the context by itself. Helidon's gRPC server does not,
 * so this guard does it there; the deadline of {@link Context#current()} holds either way.
 */
public final class DeadlineGuard implements ServerInterceptor {
    private static final Set<String> EXEMPT_SERVICES =
            Set.of(HealthGrpc.SERVICE_NAME, ServerReflectionGrpc.SERVICE_NAME);
    private static final Metadata.Key<String> TIMEOUT =
            Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER);
    /** "Timeout" in the gRPC protocol over HTTP/2: at most eight digits and a unit. */
    private static final Pattern TIMEOUT_FORM = Pattern.compile("([0-9]{1,8})([HMSmun])");

    private static final Map<String, TimeUnit> TIMEOUT_UNITS = Map.of(
            "H", TimeUnit.HOURS,
            "M", TimeUnit.MINUTES,
            "S", TimeUnit.SECONDS,
            "m", TimeUnit.MILLISECONDS,
            "u", TimeUnit.MICROSECONDS,
            "n", TimeUnit.NANOSECONDS);

    private final ScheduledExecutorService timer;

    /** @param timer cancels the context when its time is up; the caller ends it after the server */
    public DeadlineGuard(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String service = call.getMethodDescriptor().getServiceName();
        if (Context.current().getDeadline() != null || (service != null && EXEMPT_SERVICES.contains(service))) {
            return next.startCall(call, headers);
        }
        Optional<Deadline> deadline = deadlineOf(headers.get(TIMEOUT));
        if (deadline.isEmpty()) {
            return CallRefusal.close(call, missing(call.getMethodDescriptor().getFullMethodName()));
        }
        return Contexts.interceptCall(Context.current().withDeadline(deadline.get(), timer), call, headers, next);
    }

    private static StatusRuntimeException missing(String method) {
        return RpcError.of(
                Code.INVALID_ARGUMENT,
                "DEADLINE_MISSING",
                "Say how long you will wait: " + method + " needs a deadline");
    }

    private static Optional<Deadline> deadlineOf(@Nullable String timeout) {
        Matcher form = TIMEOUT_FORM.matcher(timeout == null ? "" : timeout);
        return form.matches()
                ? Optional.of(Deadline.after(Long.parseLong(form.group(1)), TIMEOUT_UNITS.get(form.group(2))))
                : Optional.empty();
    }
}

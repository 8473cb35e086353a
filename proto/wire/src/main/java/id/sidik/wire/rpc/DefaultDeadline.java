package id.sidik.wire.rpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Context;
import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Gives a deadline to each outgoing call that has none, of its own or of the call that it works for. */
public final class DefaultDeadline implements ClientInterceptor {
    private final Duration patience;

    /** @param patience above zero */
    public DefaultDeadline(Duration patience) {
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("patience must be above zero: " + patience);
        }
        this.patience = patience;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        boolean bounded = options.getDeadline() != null || Context.current().getDeadline() != null;
        return next.newCall(
                method, bounded ? options : options.withDeadlineAfter(patience.toNanos(), TimeUnit.NANOSECONDS));
    }
}

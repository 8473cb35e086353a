package id.sidik.bridge.uplink;

import id.sidik.wire.config.HostPort;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.rpc.DateHeader;
import id.sidik.wire.trust.PeerCertificate;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks a gate one thing that any gate answers to any bridge: whether it serves. What is told with the answer says more. */
public final class GateProbe implements ClientInterceptor {
    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The gate answered.
         *
         * @param isServing whether it decides now
         * @param certificateUntil the end of the certificate that it showed
         * @param clockAhead how much later it is here than there, to a second or two; negative if it is earlier; empty if the gate is of a
         *     version that does not say its time
         */
        record Answered(boolean isServing, Instant certificateUntil, Optional<Duration> clockAhead)
                implements Outcome {}

        /** Nobody did, or nobody whom we believe; why, as the deepest cause says it: that nobody listens, no such host, another authority. */
        record Silent(String why) implements Outcome {}
    }

    private final InstantSource clock;
    private volatile Optional<X509Certificate> certificate = Optional.empty();
    private volatile Optional<Duration> clockAhead = Optional.empty();

    private GateProbe(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Opens a connection of its own and ends it.
     *
     * @param own what a bridge shows
     * @param patience for the connection and the answer
     */
    public static Outcome ask(HostPort gate, TrustMaterial own, Duration patience, InstantSource clock) {
        GateProbe probe = new GateProbe(clock);
        ManagedChannel channel = Channels.open(gate, own, Role.ELIGIBILITY, patience);
        try {
            ServingStatus status = HealthGrpc.newBlockingStub(ClientInterceptors.intercept(channel, probe))
                    .withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .check(HealthCheckRequest.getDefaultInstance())
                    .getStatus();
            return new Outcome.Answered(
                    status == ServingStatus.SERVING,
                    probe.certificate.orElseThrow().getNotAfter().toInstant(), // without one nothing was answered
                    probe.clockAhead);
        } catch (StatusRuntimeException failure) {
            return new Outcome.Silent(reasonOf(failure));
        } finally {
            channel.shutdownNow();
        }
    }

    private static String reasonOf(StatusRuntimeException failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest instanceof GeneralSecurityException
                ? "its certificate is not believed here (" + deepest.getMessage() + ")"
                : failure.getStatus().getCode() + ", " + deepest.getMessage();
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        ClientCall<Q, A> call = next.newCall(method, options);
        return new SimpleForwardingClientCall<>(call) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                super.start(
                        new SimpleForwardingClientCallListener<>(listener) {
                            @Override
                            public void onHeaders(Metadata answer) {
                                certificate = PeerCertificate.of(call);
                                clockAhead = DateHeader.of(answer)
                                        .map(gateTime -> Duration.between(gateTime, clock.instant()));
                                super.onHeaders(answer);
                            }
                        },
                        headers);
            }
        };
    }
}

package id.sidik.wire.rpc;

import id.sidik.wire.config.HostPort;
import id.sidik.wire.trust.JoinCode;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TlsContexts;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Connections to our own services. */
public final class Channels {
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
    private static final Duration KEEP_ALIVE_TIMEOUT = Duration.ofSeconds(10);
    /** Larger than any answer of ours; requests are bounded by the server. */
    private static final int MESSAGE_BYTES_MAX = 16 * 1024 * 1024;

    private Channels() {}

    /**
     * A channel that speaks to servers of role {@code peer} only. Which machine answers is proved by its certificate's role, not by
     * its name: every certificate of ours carries {@code localhost}, so that is the name asked for wherever the peer is.
     *
     * @param patience deadline of the calls that set none
     */
    public static ManagedChannel open(HostPort address, TrustMaterial own, Role peer, Duration patience) {
        return open(address, TlsContexts.nettyClient(own, peer), patience);
    }

    /**
     * A channel of a machine without a certificate to the door of the gate that its code was made for.
     *
     * @param patience deadline of the calls that set none
     */
    public static ManagedChannel openJoining(HostPort door, JoinCode code, Duration patience) {
        return open(door, TlsContexts.nettyJoining(code), patience);
    }

    private static ManagedChannel open(HostPort address, SslContext tls, Duration patience) {
        return NettyChannelBuilder.forAddress(address.host(), address.port())
                .sslContext(tls)
                .overrideAuthority("localhost")
                .keepAliveTime(KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS)
                .keepAliveTimeout(KEEP_ALIVE_TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                .maxInboundMessageSize(MESSAGE_BYTES_MAX)
                .intercept(new DefaultDeadline(patience))
                .build();
    }
}

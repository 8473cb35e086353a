package id.sidik.eligibility;

import id.sidik.eligibility.http.HttpEdge;
import id.sidik.eligibility.rpc.RpcEdge;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.trust.TlsContexts;
import id.sidik.wire.trust.TrustMaterial;
import io.helidon.common.tls.Tls;
import io.helidon.common.tls.TlsClientAuth;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.grpc.GrpcRouting;
import io.helidon.webserver.http.HttpRouting;
import java.time.Duration;

/** One socket for REST and gRPC: TLS 1.3, and no word without a certificate of our authority. */
final class GateServer implements AutoCloseable {
    private static final int CONNECTIONS_MAX = 1_024;
    private static final int REQUESTS_AT_ONCE_MAX = 512;
    private static final Duration IDLE_CONNECTION_MAX = Duration.ofMinutes(5);
    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(5);
    /** No name to compare with: a client is known by the role in its certificate, wherever it calls from. */
    private static final String NO_HOST_NAME = "NONE";

    private final WebServer server;
    private final HostPort address;

    private GateServer(WebServer server, HostPort address) {
        this.server = server;
        this.address = address;
    }

    /** Listens and answers. Each request runs on a virtual thread. */
    static GateServer start(HostPort listen, TrustMaterial own, HttpRouting.Builder http, GrpcRouting.Builder rpc) {
        WebServer server = WebServer.builder()
                .shutdownHook(false)
                .host(listen.host())
                .port(listen.port())
                .tls(tls(own))
                .maxTcpConnections(CONNECTIONS_MAX)
                .maxConcurrentRequests(REQUESTS_AT_ONCE_MAX)
                .maxPayloadSize(HttpEdge.BODY_BYTES_MAX)
                .idleConnectionTimeout(IDLE_CONNECTION_MAX)
                .shutdownGracePeriod(DRAIN_TIMEOUT)
                .directHandlers(HttpEdge.refusals())
                .addProtocol(RpcEdge.protocol())
                .addFeature(RpcEdge.reflection())
                .addRouting(http)
                .addRouting(rpc)
                .build()
                .start();
        return new GateServer(server, listen.withPort(server.port()));
    }

    private static Tls tls(TrustMaterial own) {
        return Tls.builder()
                .sslContext(TlsContexts.jdkServer(own))
                .clientAuth(TlsClientAuth.REQUIRED)
                .addEnabledProtocol(TlsContexts.PROTOCOL)
                .endpointIdentificationAlgorithm(NO_HOST_NAME)
                .build();
    }

    /** With the port that the system chose when 0 was asked for. */
    HostPort address() {
        return address;
    }

    @Override
    public void close() {
        server.stop();
    }
}

package id.sidik.eligibility.http;

import id.sidik.wire.config.HostPort;
import id.sidik.wire.trust.TlsContexts;
import id.sidik.wire.trust.TrustMaterial;
import io.helidon.common.tls.Tls;
import io.helidon.common.tls.TlsClientAuth;
import io.helidon.webserver.WebServer;
import java.time.Duration;

/**
 * REST on its socket: TLS 1.3, and no word without a certificate of our authority. It speaks HTTP/1.1 and no HTTP/2, where Helidon 4.5
 * lets one cancelled request end all others on its connection.
 */
public final class RestServer implements AutoCloseable {
    private static final int CONNECTIONS_MAX = 1_024;
    private static final int REQUESTS_AT_ONCE_MAX = 512;
    /**
     * A body over {@link HttpEdge#BODY_BYTES_MAX} is refused, and up to here read to its end and thrown away: a sender whose connection
     * is cut while she sends never reads why.
     */
    private static final int DISCARDED_BODY_BYTES_MAX = 32 * 1024 * 1024;

    private static final Duration IDLE_CONNECTION_MAX = Duration.ofMinutes(5);
    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(5);
    /** No name to compare with: a client is known by the role in its certificate, wherever it calls from. */
    private static final String NO_HOST_NAME = "NONE";

    private final WebServer server;
    private final HostPort address;

    private RestServer(WebServer server, HostPort address) {
        this.server = server;
        this.address = address;
    }

    /** Listens and answers. Each request runs on a virtual thread. */
    public static RestServer start(HostPort listen, TrustMaterial own, HttpEdge edge) {
        WebServer server = WebServer.builder()
                .shutdownHook(false)
                .host(listen.host())
                .port(listen.port())
                .tls(tls(own))
                .maxTcpConnections(CONNECTIONS_MAX)
                .maxConcurrentRequests(REQUESTS_AT_ONCE_MAX)
                .maxPayloadSize(DISCARDED_BODY_BYTES_MAX)
                .idleConnectionTimeout(IDLE_CONNECTION_MAX)
                .shutdownGracePeriod(DRAIN_TIMEOUT)
                .directHandlers(HttpEdge.refusals())
                .addRouting(edge.routing())
                .build()
                .start();
        return new RestServer(server, listen.withPort(server.port()));
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
    public HostPort address() {
        return address;
    }

    @Override
    public void close() {
        server.stop();
    }
}

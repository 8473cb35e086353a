package id.sidik.bridge.http;

import id.sidik.wire.config.HostPort;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.time.Duration;
import java.util.function.Consumer;

/** A web server that only this machine can reach. */
public final class LoopbackServer implements AutoCloseable {
    private static final int CONNECTIONS_MAX = 64;
    /**
     * A larger request is refused, and up to here read to its end and thrown away: a sender whose connection is cut while she sends
     * never reads why.
     */
    private static final int DISCARDED_BYTES_MAX = 64 * 1_024;

    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(2);

    private final WebServer server;
    private final HostPort address;

    private LoopbackServer(WebServer server, HostPort address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Serves.
     *
     * @param what is served, for the message
     * @throws IllegalArgumentException when {@code listen} can be reached from other machines
     */
    public static LoopbackServer start(String what, HostPort listen, Consumer<HttpRouting.Builder> routes) {
        LoopbackHost.require(what, listen);
        WebServer server = WebServer.builder()
                .host(listen.host())
                .port(listen.port())
                .maxTcpConnections(CONNECTIONS_MAX)
                .maxPayloadSize(DISCARDED_BYTES_MAX)
                .shutdownGracePeriod(SHUTDOWN_GRACE)
                .shutdownHook(false)
                .routing(routes)
                .build()
                .start();
        return new LoopbackServer(server, listen.withPort(server.port()));
    }

    /** Where it listens, with the port that the system chose when 0 was asked for. */
    public HostPort address() {
        return address;
    }

    @Override
    public void close() {
        server.stop();
    }
}

package id.sidik.bridge.facade;

import id.sidik.bridge.http.LoopbackHost;
import id.sidik.wire.config.HostPort;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** One façade on its own address of the loopback, behind its guard. */
final class FacadeServer implements AutoCloseable {
    private static final int CONNECTIONS_MAX = 64;
    /** Up to here a body that a façade refuses is read to its end, so that its sender reads why. */
    private static final int DISCARDED_BYTES_MAX = 64 * 1_024;

    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(2);

    private final WebServer server;
    private final HostPort address;

    private FacadeServer(WebServer server, HostPort address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Serves a façade.
     *
     * @param methods that pages may use
     * @param scripts as of {@link FacadeGuard}
     * @throws IllegalArgumentException when {@code listen} can be reached from other machines
     */
    static FacadeServer start(
            HostPort listen,
            AllowedOrigins origins,
            Set<String> methods,
            Set<String> scripts,
            Consumer<HttpRouting.Builder> routes) {
        LoopbackHost.require("a façade", listen);
        WebServer server = WebServer.builder()
                .host(listen.host())
                .port(listen.port())
                .maxTcpConnections(CONNECTIONS_MAX)
                .maxPayloadSize(DISCARDED_BYTES_MAX)
                .shutdownGracePeriod(SHUTDOWN_GRACE)
                .shutdownHook(false)
                .routing(routing -> {
                    routing.addFilter(new FacadeGuard(origins, methods, scripts));
                    routes.accept(routing);
                })
                .build()
                .start();
        return new FacadeServer(server, listen.withPort(server.port()));
    }

    HostPort address() {
        return address;
    }

    @Override
    public void close() {
        server.stop();
    }
}

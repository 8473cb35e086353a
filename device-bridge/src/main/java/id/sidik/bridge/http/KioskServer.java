package id.sidik.bridge.http;

import id.sidik.bridge.counter.Counter;
import id.sidik.wire.config.HostPort;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.staticcontent.ClasspathHandlerConfig;
import io.helidon.webserver.staticcontent.StaticContentFeature;
import java.time.Duration;
import java.util.function.Supplier;

/** The web server of the kiosk: its page, the API behind the page, health and metrics. */
public final class KioskServer implements AutoCloseable {
    private static final String PAGE = "id/sidik/bridge/http/kiosk";
    private static final int CONNECTIONS_MAX = 64;
    /**
     * A larger request is refused, and up to here read to its end and thrown away: a sender whose connection is cut while she sends
     * never reads why.
     */
    private static final int DISCARDED_BYTES_MAX = 64 * 1_024;

    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(2);

    private final WebServer server;
    private final HostPort address;

    private KioskServer(WebServer server, HostPort address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Serves the page.
     *
     * @param listen on the loopback; the page asks for no password
     * @param setting what the page shows
     * @param journeyPatience for a check from the first prompt to the answer
     * @param captureIds a new idempotency key at each call
     * @throws IllegalArgumentException when {@code listen} can be reached from other machines
     */
    public static KioskServer start(
            HostPort listen,
            Counter counter,
            KioskSetting setting,
            Duration journeyPatience,
            Supplier<String> captureIds,
            BridgeHealth health) {
        LoopbackHost.require("the kiosk page", listen);
        WebServer server = WebServer.builder()
                .host(listen.host())
                .port(listen.port())
                .maxTcpConnections(CONNECTIONS_MAX)
                .maxPayloadSize(DISCARDED_BYTES_MAX)
                .shutdownGracePeriod(SHUTDOWN_GRACE)
                .shutdownHook(false)
                .routing(routing -> route(
                        routing, new KioskApi(counter, setting.mode(), journeyPatience, captureIds), setting, health))
                .build()
                .start();
        return new KioskServer(server, listen.withPort(server.port()));
    }

    private static void route(HttpRouting.Builder routing, KioskApi api, KioskSetting setting, BridgeHealth health) {
        routing.addFilter(new PageHeaders())
                .addFilter(new SameOriginGuard())
                .register("/api/setting", setting)
                .register("/api", api)
                .register("/health", health)
                .register(
                        "/",
                        StaticContentFeature.createService(ClasspathHandlerConfig.builder()
                                .location(PAGE)
                                .welcome("index.html")
                                .build()));
        ProblemMapping.register(routing);
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

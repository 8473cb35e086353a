package id.sidik.bridge.http;

import id.sidik.bridge.counter.Counter;
import id.sidik.bridge.watch.BridgeWatch;
import id.sidik.wire.config.HostPort;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.staticcontent.ClasspathHandlerConfig;
import io.helidon.webserver.staticcontent.StaticContentFeature;
import java.time.Duration;
import java.util.function.Supplier;

/** The web server of the kiosk: its page, the API behind the page; and for technicians {@code health.html}, health and metrics. */
public final class KioskServer implements AutoCloseable {
    private static final String PAGE = "id/sidik/bridge/http/kiosk";

    private final LoopbackServer server;

    private KioskServer(LoopbackServer server) {
        this.server = server;
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
            BridgeWatch watch) {
        KioskApi api = new KioskApi(counter, setting.mode(), journeyPatience, captureIds);
        return new KioskServer(
                LoopbackServer.start("the kiosk page", listen, routing -> route(routing, api, setting, watch)));
    }

    private static void route(HttpRouting.Builder routing, KioskApi api, KioskSetting setting, BridgeWatch watch) {
        routing.addFilter(new PageHeaders())
                .addFilter(new SameOriginGuard())
                .register("/api/setting", setting)
                .register("/api", api)
                .register("/health", new BridgeHealth(watch))
                .get("/metrics", new MetricsPage(watch))
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
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }
}

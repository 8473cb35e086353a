package id.sidik.bridge.http;

import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.scanner.Readiness;
import id.sidik.bridge.session.CaptureRunner;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Whether the bridge lives, and whether a person who stands here now can be served: a scanner answers and so does the gate. */
public final class BridgeHealth implements HttpService {
    private static final Duration LOOK_MAX = Duration.ofSeconds(2);

    private final CaptureRunner captures;
    private final BooleanSupplier gateServes;
    private final LongSupplier nanoTime;

    public BridgeHealth(CaptureRunner captures, BooleanSupplier gateServes, LongSupplier nanoTime) {
        this.captures = captures;
        this.gateServes = gateServes;
        this.nanoTime = nanoTime;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/live", (_, response) -> send(response, Status.OK_200, "{\"status\":\"UP\"}"))
                .get("/ready", (_, response) -> ready(response));
    }

    private void ready(ServerResponse response) {
        boolean scanner = switch (captures.readiness(Deadline.after(LOOK_MAX, nanoTime))) {
            case Readiness.Ready _, Readiness.Busy _ -> true;
            case id.sidik.bridge.scanner.DeviceFault _ -> false;
        };
        boolean gate = gateServes.getAsBoolean();
        send(
                response,
                scanner && gate ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503,
                String.format(
                        Locale.ROOT,
                        "{\"status\":\"%s\",\"scanner\":\"%s\",\"gate\":\"%s\"}",
                        wordFor(scanner && gate),
                        wordFor(scanner),
                        wordFor(gate)));
    }

    private static String wordFor(boolean up) {
        return up ? "UP" : "DOWN";
    }

    private static void send(ServerResponse response, Status status, String json) {
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .send(json);
    }
}

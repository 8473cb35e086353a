package id.sidik.bridge.http;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.Readiness;
import id.sidik.bridge.watch.BridgeWatch;
import id.sidik.bridge.watch.HealthWording;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerResponse;
import java.util.Locale;

/**
 * Whether the bridge lives, whether a person who stands here now can be served (a scanner answers and so does the gate, which has not
 * turned the bridge away), and for
 * {@code health.html} how everything does.
 */
final class BridgeHealth implements HttpService {
    private final BridgeWatch watch;

    BridgeHealth(BridgeWatch watch) {
        this.watch = watch;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/live", (_, response) -> send(response, Status.OK_200, "{\"status\":\"UP\"}"))
                .get("/ready", (_, response) -> ready(response))
                .get("/report", (_, response) -> send(response, Status.OK_200, report()));
    }

    private void ready(ServerResponse response) {
        boolean scanner = switch (watch.scanner()) {
            case Readiness.Ready _, Readiness.Busy _ -> true;
            case DeviceFault _ -> false;
        };
        boolean gate = watch.gateServes();
        boolean inService = !watch.isTurnedAway();
        boolean ready = scanner && gate && inService;
        send(
                response,
                ready ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503,
                String.format(
                        Locale.ROOT,
                        "{\"status\":\"%s\",\"scanner\":\"%s\",\"gate\":\"%s\",\"standing\":\"%s\"}",
                        wordFor(ready),
                        wordFor(scanner),
                        wordFor(gate),
                        inService ? "IN_SERVICE" : "TURNED_AWAY"));
    }

    private String report() {
        try {
            return JsonFormat.printer().omittingInsignificantWhitespace().print(HealthWording.of(watch.look()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a report holds no Any, so that nothing is unknown in it", e);
        }
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

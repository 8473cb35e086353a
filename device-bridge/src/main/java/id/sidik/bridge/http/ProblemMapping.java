package id.sidik.bridge.http;

import id.sidik.bridge.counter.JourneyRefusedException;
import id.sidik.bridge.session.ScannerBusyException;
import id.sidik.bridge.uplink.GateRefusedException;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;
import java.util.Locale;

/** Which status a refusal gets, as a problem (RFC 9457) with the contract's reason. The page has the words for it. */
public final class ProblemMapping {
    private ProblemMapping() {}

    /** Makes problems of what the journeys throw. */
    public static void register(HttpRouting.Builder routing) {
        routing.error(
                        UnreadableRequestException.class,
                        (_, response, _) -> send(response, Status.BAD_REQUEST_400, "REQUEST_UNREADABLE"))
                .error(
                        JourneyRefusedException.class,
                        (_, response, refused) -> send(response, Status.BAD_REQUEST_400, refused.reason()))
                .error(
                        ScannerBusyException.class,
                        (_, response, _) -> send(response, Status.CONFLICT_409, "SCANNER_BUSY"))
                .error(
                        GateRefusedException.class,
                        (_, response, refused) -> send(response, Status.UNPROCESSABLE_CONTENT_422, refused.reason()));
    }

    /**
     * Sends a problem.
     *
     * @param reason UPPER_SNAKE_CASE by contract, so it needs no escaping
     */
    public static void send(ServerResponse response, Status status, String reason) {
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "application/problem+json")
                .send(String.format(
                        Locale.ROOT,
                        "{\"status\":%d,\"title\":\"%s\",\"reason\":\"%s\"}",
                        status.code(),
                        status.reasonPhrase(),
                        reason));
    }
}

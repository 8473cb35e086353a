package id.sidik.bridge.http;

import id.sidik.bridge.counter.Counter;
import id.sidik.bridge.uplink.GateRefusedException;
import id.sidik.bridge.v1.CheckRequest;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /api/checks}: a CheckRequest of {@code bridge.proto} as JSON, without key. The answer is one JourneyStep as JSON a line,
 * as they happen; after a decision comes {@code {"receiptCode": [...]}}, its receipt as a QR code. A question that the gate would
 * not take ends in {@code {"refused": {"reason": "..."}}}. {@code DELETE /api/checks}: the person left the screen.
 */
final class KioskApi implements HttpService {
    private static final Logger LOG = LoggerFactory.getLogger(KioskApi.class);

    private final Counter counter;
    private final KioskMode mode;
    private final Duration journeyPatience;
    private final Supplier<String> captureIds;
    private final JourneyTurn turn = new JourneyTurn();

    /**
     * The API of one counter.
     *
     * @param captureIds a new one at each call; idempotency keys by their form
     */
    KioskApi(Counter counter, KioskMode mode, Duration journeyPatience, Supplier<String> captureIds) {
        this.counter = counter;
        this.mode = mode;
        this.journeyPatience = journeyPatience;
        this.captureIds = captureIds;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/checks", this::check).delete("/checks", this::end);
    }

    private void check(ServerRequest request, ServerResponse response) {
        CheckRequest question = mode.permitted(
                CheckBody.read(request).setIdempotencyKey(captureIds.get()).build());
        try (StepLines lines = new StepLines(response)) {
            turn.run(() -> run(question, lines));
        }
    }

    private void run(CheckRequest question, StepLines lines) {
        try {
            counter.check(question, journeyPatience, lines::write);
        } catch (GateRefusedException refused) {
            lines.writeRefusal(refused.reason());
        } catch (CancellationException ended) {
            LOG.debug("the journey was ended at the screen", ended);
        }
    }

    private void end(ServerRequest request, ServerResponse response) {
        turn.end();
        response.status(Status.NO_CONTENT_204).send();
    }
}

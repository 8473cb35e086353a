package id.sidik.bridge.http;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import id.sidik.bridge.counter.Counter;
import id.sidik.bridge.uplink.GateRefusedException;
import id.sidik.bridge.v1.CheckRequest;
import id.sidik.bridge.v1.JourneyStep;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /api/checks}: a CheckRequest of {@code bridge.proto} as JSON, without key. The answer is one JourneyStep as JSON a line,
 * as they happen; after a decision comes {@code {"receiptCode": [...]}}, its receipt as a QR code. A question that the gate would
 * not take ends in {@code {"refused": {"reason": "..."}}}. {@code DELETE /api/checks}: the person left the screen.
 */
final class KioskApi implements HttpService {
    /** A request holds an NID and two names. */
    private static final int REQUEST_BYTES_MAX = 1_024;

    private static final Logger LOG = LoggerFactory.getLogger(KioskApi.class);
    private static final JsonFormat.Printer JSON = JsonFormat.printer().omittingInsignificantWhitespace();

    private final Counter counter;
    private final Duration journeyPatience;
    private final Supplier<String> captureIds;
    private final JourneyTurn turn = new JourneyTurn();

    /**
     * The API of one counter.
     *
     * @param captureIds a new one at each call; idempotency keys by their form
     */
    KioskApi(Counter counter, Duration journeyPatience, Supplier<String> captureIds) {
        this.counter = counter;
        this.journeyPatience = journeyPatience;
        this.captureIds = captureIds;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/checks", this::check).delete("/checks", this::end);
    }

    private void check(ServerRequest request, ServerResponse response) {
        CheckRequest question = read(request);
        try (StepLines lines = new StepLines(response)) {
            turn.run(() -> run(question, lines));
        }
    }

    private void run(CheckRequest question, StepLines lines) {
        try {
            counter.check(question, journeyPatience, lines::write);
        } catch (GateRefusedException refused) {
            lines.writeLine("{\"refused\":{\"reason\":\"" + refused.reason() + "\"}}");
        } catch (CancellationException ended) {
            LOG.debug("the journey was ended at the screen", ended);
        }
    }

    private void end(ServerRequest request, ServerResponse response) {
        turn.end();
        response.status(Status.NO_CONTENT_204).send();
    }

    private CheckRequest read(ServerRequest request) {
        CheckRequest.Builder question = CheckRequest.newBuilder();
        try (var body = request.content().inputStream()) {
            byte[] json = body.readNBytes(REQUEST_BYTES_MAX + 1);
            if (json.length > REQUEST_BYTES_MAX) {
                throw new UnreadableRequestException("a check has at most " + REQUEST_BYTES_MAX + " bytes");
            }
            JsonFormat.parser().merge(new String(json, StandardCharsets.UTF_8), question);
        } catch (InvalidProtocolBufferException e) {
            throw new UnreadableRequestException("the body is no CheckRequest in JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return question.setIdempotencyKey(captureIds.get()).build();
    }

    /** The answer, begun with its first line: a journey that is refused before leaves the answer free for a problem. */
    private static final class StepLines implements AutoCloseable {
        private final ServerResponse response;
        private @Nullable OutputStream open;

        StepLines(ServerResponse response) {
            this.response = response;
        }

        void write(JourneyStep step) {
            writeLine(jsonOf(step));
            if (step.hasDecision() && !step.getDecision().getReceipt().isEmpty()) {
                writeLine(ReceiptCode.jsonOf(step.getDecision().getReceipt()));
            }
        }

        void writeLine(String json) {
            OutputStream lines = open;
            if (lines == null) {
                response.header(HeaderNames.CONTENT_TYPE, "application/x-ndjson");
                lines = response.outputStream();
                open = lines;
            }
            try {
                lines.write((json + "\n").getBytes(StandardCharsets.UTF_8));
                lines.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("the page went away", e);
            }
        }

        private static String jsonOf(JourneyStep step) {
            try {
                return JSON.print(step);
            } catch (InvalidProtocolBufferException e) {
                throw new IllegalStateException("a step holds no Any, so that nothing is unknown in it", e);
            }
        }

        @Override
        public void close() {
            OutputStream lines = open;
            if (lines != null) {
                try {
                    lines.close();
                } catch (IOException e) {
                    throw new UncheckedIOException("the page went away", e);
                }
            }
        }
    }
}

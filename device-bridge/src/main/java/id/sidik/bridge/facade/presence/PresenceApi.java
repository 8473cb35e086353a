package id.sidik.bridge.facade.presence;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import id.sidik.bridge.counter.Counter;
import id.sidik.bridge.http.CheckBody;
import id.sidik.bridge.http.JourneyTurn;
import id.sidik.bridge.http.ProblemMapping;
import id.sidik.bridge.http.StepLines;
import id.sidik.bridge.http.UnreadableRequestException;
import id.sidik.bridge.uplink.GateRefusedException;
import id.sidik.bridge.v1.CheckRequest;
import id.sidik.bridge.v1.JourneyStep;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.wire.rpc.IdempotencyKey;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /v1/presence}: is this person here, and may she be served? The body is a CheckRequest of {@code bridge.proto} as JSON,
 * without key; the answer is the gate's CheckEligibilityResponse, receipt and all, or each step as a line where NDJSON is asked for.
 * {@code DELETE /v1/presence}: the person left. {@code openapi.yaml} beside this class says all of it, and is served.
 *
 * <p>Neither picture nor template is in any answer: a page learns what the gate decided.
 */
public final class PresenceApi {
    private static final Logger LOG = LoggerFactory.getLogger(PresenceApi.class);
    private static final JsonFormat.Printer JSON = JsonFormat.printer().omittingInsignificantWhitespace();
    /** What pages may use. */
    public static final Set<String> METHODS = Set.of("GET", "POST", "DELETE");

    private static final HeaderName IDEMPOTENCY_KEY = HeaderNames.create("Idempotency-Key");

    private final Counter counter;
    private final Duration journeyPatience;
    private final Supplier<String> captureIds;
    private final JourneyTurn turn = new JourneyTurn();
    private final RecentAnswers answers = new RecentAnswers();

    /**
     * The API of one counter.
     *
     * @param captureIds a new one at each call; idempotency keys by their form
     */
    public PresenceApi(Counter counter, Duration journeyPatience, Supplier<String> captureIds) {
        this.counter = counter;
        this.journeyPatience = journeyPatience;
        this.captureIds = captureIds;
    }

    /** Adds the routes, and problems for what goes wrong. */
    public void register(HttpRouting.Builder routing) {
        routing.post("/v1/presence", this::ask)
                .delete("/v1/presence", this::end)
                .get("/v1/openapi.yaml", PresenceApi::describe)
                .error(
                        RecentAnswers.KeyReusedException.class,
                        (_, response, _) ->
                                ProblemMapping.send(response, Status.CONFLICT_409, "IDEMPOTENCY_KEY_REUSED"))
                .error(
                        CancellationException.class,
                        (_, response, _) -> ProblemMapping.send(response, Status.CONFLICT_409, "JOURNEY_ENDED"));
        ProblemMapping.register(routing);
    }

    private void ask(ServerRequest request, ServerResponse response) {
        requireJson(request);
        CheckRequest question = CheckBody.read(request).clearIdempotencyKey().build();
        requireNoPreview(question);
        Optional<String> key = keyOf(request);
        Optional<CheckEligibilityResponse> earlier = key.flatMap(known -> answers.recall(known, question));
        if (earlier.isPresent()) {
            send(response, earlier.get());
        } else if (request.headers().contains(HeaderNames.ACCEPT)
                && request.headers().get(HeaderNames.ACCEPT).get().contains(StepLines.MEDIA_TYPE)) {
            tell(question, key, response);
        } else {
            decide(question, key, response);
        }
    }

    /** One answer, at the end. */
    private void decide(CheckRequest question, Optional<String> key, ServerResponse response) {
        LastStep last = new LastStep();
        turn.run(() -> {
            run(question, key, last);
            if (!last.step().hasDecision() && Thread.currentThread().isInterrupted()) {
                throw new CancellationException("ended while the gate was asked");
            }
        });
        JourneyStep end = last.step();
        if (end.hasDecision()) {
            send(response, end.getDecision());
        } else {
            ProblemMapping.send(response, Status.SERVICE_UNAVAILABLE_503, "GATE_UNREACHABLE");
        }
    }

    /** Every step, as it happens: for a page that guides the person itself. */
    private void tell(CheckRequest question, Optional<String> key, ServerResponse response) {
        try (StepLines lines = new StepLines(response)) {
            turn.run(() -> {
                try {
                    run(question, key, lines::write);
                } catch (GateRefusedException refused) {
                    lines.writeRefusal(refused.reason());
                } catch (CancellationException ended) {
                    LOG.debug("the journey was ended by the page", ended);
                }
            });
        }
    }

    private void run(CheckRequest question, Optional<String> key, Consumer<JourneyStep> steps) {
        CheckRequest check =
                question.toBuilder().setIdempotencyKey(captureIds.get()).build();
        LastStep last = new LastStep();
        counter.check(check, journeyPatience, last.andThen(steps));
        if (last.step().hasDecision()) {
            key.ifPresent(known -> answers.remember(known, question, last.step().getDecision()));
        }
    }

    private void end(ServerRequest request, ServerResponse response) {
        turn.end();
        response.status(Status.NO_CONTENT_204).send();
    }

    /** Frames are for the kiosk of the house; none leaves by this door. */
    private static void requireNoPreview(CheckRequest question) {
        if (question.getPreview()) {
            throw new UnreadableRequestException("pictures of fingers are not given to pages; leave preview out");
        }
    }

    /** A form could be sent by a page without a preflight. */
    private static void requireJson(ServerRequest request) {
        boolean json = request.headers()
                .contentType()
                .map(type -> type.mediaType().text().equals("application/json"))
                .orElse(false);
        if (!json) {
            throw new UnreadableRequestException("the body must be of type application/json");
        }
    }

    /** The key as this caller means it: two origins may choose the same. */
    private static Optional<String> keyOf(ServerRequest request) {
        return request.headers().first(IDEMPOTENCY_KEY).map(key -> {
            try {
                return new IdempotencyKey(key).value()
                        + "\n"
                        + request.headers().first(HeaderNames.ORIGIN).orElse("");
            } catch (IllegalArgumentException e) {
                throw new UnreadableRequestException(String.valueOf(e.getMessage()), e);
            }
        });
    }

    private static void send(ServerResponse response, CheckEligibilityResponse decision) {
        try {
            response.header(HeaderNames.CONTENT_TYPE, "application/json").send(JSON.print(decision));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a decision holds no Any, so that nothing is unknown in it", e);
        }
    }

    private static void describe(ServerRequest request, ServerResponse response) {
        try (InputStream text = PresenceApi.class.getResourceAsStream("openapi.yaml")) {
            response.header(HeaderNames.CONTENT_TYPE, "application/yaml")
                    .send(Objects.requireNonNull(text, "openapi.yaml lies beside this class")
                            .readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the end of a journey. */
    private static final class LastStep implements Consumer<JourneyStep> {
        private JourneyStep step = JourneyStep.getDefaultInstance();

        @Override
        public void accept(JourneyStep next) {
            step = next;
        }

        JourneyStep step() {
            return step;
        }
    }
}

package id.sidik.bridge.facade.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.bridge.AbsentLink;
import id.sidik.bridge.FakeGate;
import id.sidik.bridge.TestCounter;
import id.sidik.bridge.facade.AllowedOrigins;
import id.sidik.bridge.facade.FacadeSettings;
import id.sidik.bridge.facade.Facades;
import id.sidik.bridge.facade.RawCall;
import id.sidik.bridge.facade.TestFacades;
import id.sidik.bridge.facade.sbi.Purpose;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.rpc.RpcError;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The façade as a hospital's page meets it: over a socket, in front of a gate of the test's own. */
class PresenceApiTest {
    private static final String HOSPITAL = "https://his.example.go.id";
    private static final String QUESTION =
            "{\"nid\":\"3174011708850003\",\"purpose\":\"HOSPITAL_OUTPATIENT\",\"finger\":\"RIGHT_INDEX\"}";

    @TempDir
    Path data;

    private FakeGate gate;
    private Facades facades;
    private volatile Runnable whenScannerIsSought = () -> {};

    @BeforeEach
    void open() throws IOException {
        gate = FakeGate.start(data);
        facades = start(AllowedOrigins.parse(HOSPITAL), "127.0.0.1");
    }

    private Facades start(AllowedOrigins origins, String host) {
        TestCounter counter = new TestCounter(new AbsentLink(() -> whenScannerIsSought.run()), gate);
        return Facades.start(
                TestFacades.settings(
                        new FacadeSettings.Door(new HostPort(host, 0), origins), TestFacades.SHUT, Purpose.AUTH),
                TestFacades.parts(counter, data));
    }

    @AfterEach
    void close() {
        facades.close();
        gate.close();
    }

    @Test
    void answersANumberAndAPurposeWithASignedReceipt() throws IOException {
        RawCall.Answer answer = ask(QUESTION).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).contains(HOSPITAL);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.body())
                .contains("\"decisionId\":\"decision-1\"", "\"undetermined\"", "\"receipt\":\"" + FakeGate.RECEIPT);
        assertThat(gate.checks).singleElement().satisfies(question -> {
            assertThat(question.getNid()).isEqualTo(TestCounter.NID);
            assertThat(question.getFacilityId()).isEqualTo("counter-1");
            assertThat(question.getIdempotencyKey()).startsWith("presence-");
        });
    }

    @Test
    void takesTheNumberOnACardInsteadOfANid() throws IOException {
        String byCard = QUESTION.replace("\"nid\":\"3174011708850003\"", "\"cardNumber\":\"0001234567890\"");

        assertThat(ask(byCard).send().status()).isEqualTo(200);
        assertThat(gate.checks).singleElement().satisfies(question -> {
            assertThat(question.getCardNumber()).isEqualTo("0001234567890");
            assertThat(question.getNid()).isEmpty();
            assertThat(question.getCaptureSeal().getSignature().size()).isEqualTo(64);
        });
        for (String wrong :
                new String[] {byCard.replace("0001", "1"), byCard.replace("{", "{\"nid\":\"3174011708850003\",")}) {
            RawCall.Answer refused = ask(wrong).send();
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("CARD_NUMBER_INVALID").doesNotContain("234567890");
        }
    }

    @Test
    void tellsEachStepWhereAPageAsksForLines() throws IOException {
        RawCall.Answer answer =
                ask(QUESTION).header("Accept", "application/x-ndjson").send();

        assertThat(answer.header("Content-Type")).contains("application/x-ndjson");
        assertThat(answer.body()).contains("\"captureFailed\"", "\"decision\"", "\"receiptCode\"");
    }

    @Test
    void givesTheSameReceiptToARepeatedCallWithoutAnotherFinger() throws IOException {
        RawCall.Answer first =
                ask(QUESTION).header("Idempotency-Key", "visit-0001").send();
        whenScannerIsSought = () -> {
            throw new AssertionError("a finger was asked for again");
        };

        RawCall.Answer second =
                ask(QUESTION).header("Idempotency-Key", "visit-0001").send();
        RawCall.Answer other = ask(QUESTION.replace("OUTPATIENT", "EMERGENCY"))
                .header("Idempotency-Key", "visit-0001")
                .send();

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).contains("IDEMPOTENCY_KEY_REUSED");
        assertThat(gate.checks).hasSize(1);
    }

    @Test
    void saysThatNobodyDecidedWhenTheGateDoesNotAnswer() throws IOException {
        gate.failures.add(Status.UNAVAILABLE.asRuntimeException());
        gate.failures.add(Status.UNAVAILABLE.asRuntimeException());

        RawCall.Answer answer = ask(QUESTION).send();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("GATE_UNREACHABLE");
        assertThat(answer.header("Access-Control-Allow-Origin")).contains(HOSPITAL);
    }

    @Test
    void tellsWhatTheGateRefused() throws IOException {
        gate.failures.add(RpcError.of(Status.Code.INVALID_ARGUMENT, "NID_INVALID", "no such day"));

        RawCall.Answer answer = ask(QUESTION).send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("NID_INVALID");
    }

    @Test
    void aNewerCallEndsTheOlderOne() throws Exception {
        CountDownLatch seeking = new CountDownLatch(1);
        whenScannerIsSought = () -> {
            whenScannerIsSought = () -> {};
            seeking.countDown();
            untilInterrupted();
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<RawCall.Answer> older = threads.submit(() -> ask(QUESTION).send());
            seeking.await();

            RawCall.Answer newer = ask(QUESTION).send();

            assertThat(newer.status()).isEqualTo(200);
            assertThat(older.get().status()).isEqualTo(409);
            assertThat(older.get().body()).contains("JOURNEY_ENDED");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nid\":\"1\",\"purpose\":\"HOSPITAL_ADMISSION\"}",
                "{\"nid\":\"3174011708850003\"}",
                "{\"nid\":\"3174011708850003\",\"facility\":\"another\"}",
                "{\"nid\":\"3174011708850003\",\"purpose\":\"HOSPITAL_ADMISSION\",\"preview\":true}",
                "not json",
                ""
            })
    void refusesWhatIsNoCheck(String body) throws IOException {
        RawCall.Answer answer = ask(body).send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(gate.checks).isEmpty();
    }

    @Test
    void refusesABodyThatAFormCouldSend() throws IOException {
        RawCall.Answer answer = call("POST")
                .header("Origin", HOSPITAL)
                .body("text/plain", QUESTION)
                .send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(gate.checks).isEmpty();
    }

    @Test
    void refusesANameThatWasReboundToThisMachine() throws IOException {
        for (String host : new String[] {"his.example.go.id:" + port(), "127.0.0.1", "127.0.0.1:1"}) {
            assertThat(ask(QUESTION).host(host).send().status()).as(host).isEqualTo(403);
        }
        assertThat(ask(QUESTION).host("localhost:" + port()).send().status()).isEqualTo(200);
        assertThat(gate.checks).hasSize(1);
    }

    @Test
    void refusesPagesOfOtherOriginsWithoutTellingThemWhy() throws IOException {
        for (String origin : new String[] {"https://evil.example", "null", HOSPITAL + ".evil.example"}) {
            RawCall.Answer answer = call("POST")
                    .header("Origin", origin)
                    .body("application/json", QUESTION)
                    .send();

            assertThat(answer.status()).as(origin).isEqualTo(403);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        }
        assertThat(call("POST").body("application/json", QUESTION).send().status())
                .isEqualTo(403);
        assertThat(gate.checks).isEmpty();
    }

    @Test
    void answersThePreflightOfAnAllowedPage() throws IOException {
        RawCall.Answer answer = call("OPTIONS")
                .header("Origin", HOSPITAL)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .header("Access-Control-Request-Private-Network", "true")
                .send();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Origin")).contains(HOSPITAL);
        assertThat(answer.header("Access-Control-Allow-Methods").orElseThrow()).contains("POST", "DELETE");
        assertThat(answer.header("Access-Control-Allow-Headers").orElseThrow())
                .contains("Content-Type", "Idempotency-Key");
        assertThat(answer.header("Access-Control-Allow-Private-Network")).contains("true");
        assertThat(answer.header("Access-Control-Allow-Local-Network")).isEmpty();
        assertThat(answer.header("Vary")).contains("Origin");
    }

    @Test
    void answersNoPreflightOfAnybodyElse() throws IOException {
        RawCall.Answer answer = call("OPTIONS")
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Private-Network", "true")
                .send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.headers())
                .noneMatch(header -> header.toLowerCase(Locale.ROOT).startsWith("access-control-"));
    }

    @Test
    void letsProgramsInWhereTheyAreAllowed() throws IOException {
        facades.close();
        facades = start(AllowedOrigins.parse("programs"), "127.0.0.1");

        assertThat(call("POST").body("application/json", QUESTION).send().status())
                .isEqualTo(200);
        assertThat(call("POST")
                        .header("Sec-Fetch-Site", "cross-site")
                        .body("application/json", QUESTION)
                        .send()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void isDescribed() throws IOException {
        RawCall.Answer answer = new RawCall(address(), "GET", "/v1/openapi.yaml")
                .header("Origin", HOSPITAL)
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("openapi: 3.1.0", "/v1/presence");
    }

    @Test
    void isShutWhereNobodyIsNamedAndListensOnThisMachineOnly() {
        try (Facades shut = start(AllowedOrigins.parse(""), "127.0.0.1")) {
            assertThat(shut.addresses()).isEmpty();
        }
        assertThatThrownBy(() -> start(AllowedOrigins.parse(HOSPITAL), "0.0.0.0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("127.0.0.1");
    }

    private RawCall ask(String body) {
        return call("POST").header("Origin", HOSPITAL).body("application/json", body);
    }

    private RawCall call(String method) {
        return new RawCall(address(), method, "/v1/presence");
    }

    private HostPort address() {
        return Objects.requireNonNull(facades.addresses().get("presence"), "the façade is open");
    }

    private int port() {
        return address().port();
    }

    private static void untilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.sidik.eligibility.http.HttpEdge;
import id.sidik.eligibility.http.RestServer;
import id.sidik.eligibility.journey.Counter;
import id.sidik.eligibility.matching.MatcherStanding;
import id.sidik.eligibility.v1.SetPinRequest;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.CompactJws;
import id.sidik.wire.proof.Ed25519;
import id.sidik.wire.proof.VerifierKey;
import id.sidik.wire.trust.LocalAuthority;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TlsContexts;
import id.sidik.wire.trust.TrustMaterial;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route over mutual TLS with real books and a fake matcher, and every sort of problem. */
class RestTest {
    private static final String SITI = Counter.SITI;
    private static final String BUDI = Counter.BUDI;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private Counter counter;
    private RestServer server;
    private final Map<Role, HttpClient> clients = new EnumMap<>(Role.class);

    @BeforeEach
    void start() {
        LocalAuthority.establish(folder.resolve("trust"), InstantSource.system());
        counter = new Counter(folder.resolve("eligibility"));
        HttpEdge http = new HttpEdge(
                counter.journeys, counter.store, counter.matcher, counter.access, counter.callLimit, System::nanoTime);
        server = RestServer.start(new HostPort("127.0.0.1", 0), material(Role.ELIGIBILITY), http);
    }

    @AfterEach
    void stop() {
        clients.values().forEach(HttpClient::shutdownNow);
        server.close();
        counter.close();
    }

    private TrustMaterial material(Role role) {
        return TrustMaterial.load(folder.resolve("trust"), role, InstantSource.system());
    }

    @Test
    void servesTheJourneyOfAMember() throws Exception {
        HttpResponse<String> registered = post("/v1/members", "register-1", member(SITI, "siti"));
        assertThat(registered.statusCode()).isEqualTo(201);
        assertThat(json(registered).at("/registered/member/fingersEnrolled").asBoolean())
                .isTrue();

        HttpResponse<String> paid = post("/v1/contributions", "payment-1", payment(SITI));
        assertThat(paid.statusCode()).isEqualTo(201);

        HttpResponse<String> granted = post("/v1/eligibility-checks", "capture-1", check(SITI, "siti"));
        assertThat(granted.statusCode()).isEqualTo(200);
        assertThat(json(granted).at("/granted/benefit").asText()).isEqualTo("JKN");

        HttpResponse<String> member = send(request("/v1/members/" + SITI).GET(), Role.OPERATOR);
        assertThat(json(member).at("/standings/0/programme").asText()).isEqualTo("JKN");

        HttpResponse<String> withdrawn = send(
                request("/v1/members/" + SITI + "/fingers?reason=asked%20to")
                        .header("Idempotency-Key", "withdraw-1")
                        .DELETE(),
                Role.OPERATOR);
        assertThat(json(withdrawn).at("/withdrawnReferences").asInt()).isEqualTo(1);

        HttpResponse<String> again = post("/v1/members/" + SITI + "/fingers", "enrol-again-1", fingers("siti"));
        assertThat(json(again).has("enrolled")).isTrue();
    }

    @Test
    void servesWhoeverHasAPinInsteadOfAFinger() throws Exception {
        post("/v1/members", "register-1", member(SITI, "siti"));
        post("/v1/contributions", "payment-1", payment(SITI));
        counter.journeys
                .pins()
                .set(
                        SetPinRequest.newBuilder()
                                .setIdempotencyKey("set-pin-1")
                                .setNid(SITI)
                                .setPin("271828")
                                .build(),
                        Counter.operator());
        JsonNode denied = json(post("/v1/eligibility-checks", "capture-1", check(SITI, "worn")));

        HttpResponse<String> opened = post("/v1/fallbacks", "open-pin-1", """
                {"nid": "%s", "method": "CARD_PIN", "purpose": "HOSPITAL_ADMISSION", "facilityId": "RSUD-01",
                 "afterDecisionId": "%s"}
                """.replaceFirst("%s", SITI)
                .replaceFirst("%s", denied.at("/decisionId").asText()));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        String fallback = json(opened).at("/fallbackId").asText();
        HttpResponse<String> passed =
                post("/v1/fallbacks/" + fallback + "/answer", "answer-pin-1", "{\"pin\": \"271828\"}");
        assertThat(json(passed).at("/state").asText()).isEqualTo("PASSED");
        HttpResponse<String> granted = post("/v1/eligibility-checks", "capture-2", """
                {"nid": "%s", "purpose": "HOSPITAL_ADMISSION", "facilityId": "RSUD-01", "fallbackId": "%s"}
                """.replaceFirst("%s", SITI)
                .replaceFirst("%s", fallback));

        assertThat(json(granted).at("/granted/benefit").asText()).isEqualTo("JKN");
        assertThat(json(granted).at("/fallback/code").asText()).isEqualTo("BIO-006");
        assertThat(json(send(request("/v1/fallbacks/" + fallback).GET(), Role.OPERATOR))
                        .at("/state")
                        .asText())
                .isEqualTo("USED");
    }

    @Test
    void saysHowLongToWaitAfterManyFailures() throws Exception {
        post("/v1/members", "register-1", member(SITI, "siti"));
        for (int attempt = 0; attempt < 5; attempt++) {
            post("/v1/eligibility-checks", "capture-" + attempt, check(SITI, "attacker"));
        }

        HttpResponse<String> locked = post("/v1/eligibility-checks", "capture-9", check(SITI, "siti"));

        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(json(locked).at("/reason").asText()).isEqualTo("TOO_MANY_FAILURES");
        assertThat(Integer.parseInt(locked.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(180, 240);
    }

    @Test
    void saysNoAsAnAnswerAndNotAsAFailure() throws Exception {
        HttpResponse<String> denied = post("/v1/eligibility-checks", "capture-1", check(BUDI, "budi"));

        assertThat(denied.statusCode()).isEqualTo(200);
        assertThat(json(denied).at("/denied/reasons/0/code").asText()).isEqualTo("ELIG-001");
    }

    @Test
    void holdsASecondNumberForOneFinger() throws Exception {
        post("/v1/members", "register-1", member(SITI, "siti"));
        HttpResponse<String> held = post("/v1/members", "register-2", member(BUDI, "siti"));

        assertThat(held.statusCode()).isEqualTo(200);
        HttpResponse<String> cases =
                send(request("/v1/adjudication-cases?pageSize=10").GET(), Role.OPERATOR);
        assertThat(json(cases).at("/cases/0/caseId").asText())
                .isEqualTo(json(held).at("/held/caseId").asText());
    }

    @Test
    void showsWhatOthersCheckUsWith() throws Exception {
        HttpResponse<String> decision = post("/v1/eligibility-checks", "capture-1", check(BUDI, "budi"));
        String pem = body("/v1/receipt-key", Role.AUDITOR);
        assertThat(CompactJws.verify(json(decision).at("/receipt").asText(), Ed25519.fromPem(pem)))
                .isNotEmpty();

        VerifierKey key = VerifierKey.parse(body("/v1/audit/verifier-key", Role.AUDITOR));
        assertThat(Checkpoint.verify(body("/v1/audit/checkpoint", Role.AUDITOR), key)
                        .size())
                .isEqualTo(1);
    }

    @Test
    void givesTheListsThatReceiptsAreCheckedWithUntilAKeyIsWithdrawn() throws Exception {
        PublicKey anchor = Ed25519.fromPem(counter.keys.anchor().publicKeyPem());
        assertThat(CompactJws.verify(body("/v1/receipt-revocations", Role.BRIDGE), anchor))
                .isNotEmpty();
        String before = CompactJws.verify(body("/v1/receipt-keys", Role.BRIDGE), anchor);
        String stolen = counter.keys.receipts().keys().getFirst().id();
        assertThat(before).contains(stolen);

        HttpResponse<String> withdrawal =
                post("/v1/receipt-keys/" + stolen + "/withdrawal", "withdraw-1", "{\"reason\": \"a laptop was lost\"}");

        assertThat(withdrawal.statusCode()).isEqualTo(200);
        String after = CompactJws.verify(body("/v1/receipt-keys", Role.BRIDGE), anchor);
        assertThat(after)
                .doesNotContain(stolen)
                .contains(json(withdrawal).at("/keyId").asText());
    }

    @Test
    void foreseesABenefit() throws Exception {
        post("/v1/members", "register-1", member(BUDI, "budi"));
        HttpResponse<String> foreseen = post("/v1/members/" + BUDI + "/simulations", "simulate-1", """
                {"purpose": "CLAIM_JHT", "circumstances": {"claim.reason": "PENSION_AGE"}}
                """);

        assertThat(foreseen.statusCode()).isEqualTo(200);
        assertThat(json(foreseen).at("/denied/reasons/0/name").asText()).isEqualTo("NO_CONTRIBUTION");
    }

    @Test
    void tellsHowItIs() throws Exception {
        assertThat(body("/health/live", Role.AUDITOR)).contains("live");
        assertThat(send(request("/health/ready").GET(), Role.OPERATOR).statusCode())
                .isEqualTo(200);
        counter.matcher.down(true);
        HttpResponse<String> notReady = send(request("/health/ready").GET(), Role.OPERATOR);
        assertThat(notReady.statusCode()).isEqualTo(503);
        assertThat(json(notReady).at("/matcher").asText()).isEqualTo("DOWN");

        post("/v1/eligibility-checks", "capture-1", check(BUDI, "budi"));
        assertThat(body("/metrics", Role.OPERATOR))
                .contains("sidik_journeys_total{journey=\"check\",outcome=\"Denied\"} 1")
                .contains("sidik_check_seconds_count 1")
                .contains("sidik_matcher_serves 0");
        assertThat(body("/openapi.yaml", Role.OPERATOR)).startsWith("openapi: 3.1.0");
    }

    @Test
    void tellsHowFarTheMatcherIs() throws Exception {
        counter.matcher.standing(new MatcherStanding(false, 0.25, 1_000, 500));

        HttpResponse<String> notReady = send(request("/health/ready").GET(), Role.OPERATOR);
        assertThat(notReady.statusCode()).isEqualTo(503);
        assertThat(json(notReady).at("/matcherLoadedShare").asDouble()).isEqualTo(0.25);
        assertThat(body("/metrics", Role.OPERATOR))
                .contains("sidik_matcher_serves 0")
                .contains("sidik_gallery_load_progress 0.25")
                .contains("sidik_gallery_references 1000")
                .contains("sidik_gallery_subjects 500");
    }

    @Test
    void turnsAwayWhoIsOneTooManyAndStillSaysHowItIs() throws Exception {
        for (int caller = 0; caller < counter.callLimit.atOnceMax(); caller++) {
            assertThat(counter.callLimit.enter()).isTrue();
        }
        HttpResponse<String> refused = post("/v1/eligibility-checks", "capture-1", check(BUDI, "budi"));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(json(refused).at("/reason").asText()).isEqualTo("OVERLOADED");
        assertThat(counter.store.auditHead().size()).as("nothing was done").isZero();
        assertThat(send(request("/health/live").GET(), Role.OPERATOR).statusCode())
                .isEqualTo(200);
        assertThat(body("/metrics", Role.OPERATOR))
                .contains("sidik_calls_total{outcome=\"turned-away\"} 1")
                .contains("sidik_calls_under_way " + counter.callLimit.atOnceMax());

        counter.callLimit.leave();
        assertThat(post("/v1/eligibility-checks", "capture-1", check(BUDI, "budi"))
                        .statusCode())
                .as("a place is free")
                .isEqualTo(200);
    }

    /** Over HTTP/2 this server would end a whole connection for one cancelled request. Clients offer HTTP/2 unless told otherwise. */
    @Test
    void speaksHttp1AlsoToThoseWhoOfferHttp2() throws Exception {
        HttpResponse<String> answer =
                send(request("/health/live").version(HttpClient.Version.HTTP_2).GET(), Role.OPERATOR);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    @Test
    void refusesWhatMakesNoSense() throws Exception {
        assertProblem(post("/v1/members", "register-1", member("3174015708850000", "siti")), 422, "NID_INVALID");
        assertProblem(post("/v1/contributions", "payment-1", payment(SITI)), 404, "MEMBER_UNKNOWN");
        post("/v1/members", "register-1", member(SITI, "siti"));
        assertProblem(post("/v1/members", "register-2", member(SITI, "other")), 409, "MEMBER_EXISTS");
        assertProblem(post("/v1/members", "register-1", member(BUDI, "budi")), 422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void saysThatWritesMustWaitForTheMatcher() throws Exception {
        counter.matcher.down(true);
        HttpResponse<String> refused = post("/v1/members", "register-1", member(SITI, "siti"));

        assertProblem(refused, 503, "MATCHER_UNAVAILABLE");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void refusesWhatHttpRefuses() throws Exception {
        assertProblem(send(request("/v1/nothing").GET(), Role.OPERATOR), 404, "ROUTE_UNKNOWN");
        HttpResponse<String> wrongMethod = send(request("/v1/members").GET(), Role.OPERATOR);
        assertProblem(wrongMethod, 405, "METHOD_NOT_ALLOWED");
        assertThat(wrongMethod.headers().firstValue("Allow")).contains("POST");
        assertProblem(
                send(
                        request("/v1/members")
                                .header("Content-Type", "text/xml")
                                .header("Idempotency-Key", "register-1")
                                .POST(text("<member/>")),
                        Role.OPERATOR),
                415,
                "CONTENT_TYPE_UNSUPPORTED");
    }

    @Test
    void refusesBodiesThatItCannotRead() throws Exception {
        assertProblem(post("/v1/members", "register-1", "{"), 400, "BODY_INVALID");
        assertProblem(post("/v1/members", "register-1", ""), 400, "BODY_INVALID");
        assertProblem(post("/v1/members", "register-1", "{\"surprise\": 1}"), 400, "BODY_INVALID");
        assertProblem(post("/v1/members", "register-1", "{\"idempotencyKey\": \"register-1\"}"), 400, "BODY_INVALID");
        assertProblem(
                send(
                        request("/v1/members")
                                .header("Content-Type", "application/json")
                                .POST(text(member(SITI, "siti"))),
                        Role.OPERATOR),
                400,
                "IDEMPOTENCY_KEY_INVALID");
    }

    @Test
    void refusesABodyThatIsTooLarge() throws Exception {
        String large = "{\"fullName\": \"" + "x".repeat(2 * HttpEdge.BODY_BYTES_MAX) + "\"}";

        assertProblem(post("/v1/members", "register-1", large), 413, "BODY_TOO_LARGE");
        assertProblem(postOfUntoldLength("/v1/members", "register-1", large), 413, "BODY_TOO_LARGE");
    }

    private HttpResponse<String> postOfUntoldLength(String path, String key, String body) throws Exception {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))),
                Role.OPERATOR);
    }

    /** A refusal that needs no body comes before it; what is still on its way must not cost the caller the answer. */
    @Test
    void saysWhyALargeRequestIsRefused() throws Exception {
        String large = payment("x".repeat(HttpEdge.BODY_BYTES_MAX / 2));

        assertProblem(
                send(
                        request("/v1/contributions")
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", "payment-1")
                                .POST(text(large)),
                        Role.BRIDGE),
                403,
                "ROLE_NOT_ALLOWED");
    }

    @Test
    void refusesRolesThatARouteIsNotFor() throws Exception {
        assertProblem(send(request("/v1/members/" + SITI).GET(), Role.BRIDGE), 403, "ROLE_NOT_ALLOWED");
        assertProblem(
                send(
                        request("/v1/contributions")
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", "payment-1")
                                .POST(text(payment(SITI))),
                        Role.BRIDGE),
                403,
                "ROLE_NOT_ALLOWED");
        assertProblem(send(request("/v1/adjudication-cases").GET(), Role.AUDITOR), 403, "ROLE_NOT_ALLOWED");
        assertProblem(send(request("/v1/audit/checkpoint").GET(), Role.MATCHER), 403, "ROLE_NOT_ALLOWED");
    }

    @Test
    void neverRepeatsWhatIsSecret() throws Exception {
        String finger = "the ridges of a finger";
        counter.matcher.down(true);
        for (String body : new String[] {
            member(SITI, finger),
            member(SITI, finger).replace("samples", "sampels"),
            member(SITI, finger).replace("true", "\"" + SITI + "\"")
        }) {
            assertThat(post("/v1/members", "register-1", body).body()).doesNotContain(SITI, finger, base64(finger));
        }
    }

    private void assertProblem(HttpResponse<String> response, int status, String reason) throws IOException {
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(response).at("/reason").asText()).isEqualTo(reason);
        assertThat(json(response).at("/status").asInt()).isEqualTo(status);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).doesNotContain(SITI, BUDI);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("https://localhost:" + server.address().port() + path));
    }

    private HttpResponse<String> post(String path, String key, String body) throws Exception {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(text(body)),
                Role.OPERATOR);
    }

    private String body(String path, Role role) throws Exception {
        return send(request(path).GET(), role).body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request, Role role) throws Exception {
        HttpClient client = clients.computeIfAbsent(
                role,
                caller -> HttpClient.newBuilder()
                        .sslContext(TlsContexts.jdkClient(material(caller), Role.ELIGIBILITY))
                        .build());
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofString(text);
    }

    private static String member(String nid, String finger) {
        return """
                {"nid": "%s", "fullName": "Siti Rahayu", "segment": "INFORMAL", "samples": [%s], "biometricConsent": true}""".replaceFirst("%s", nid).replaceFirst("%s", sample(finger));
    }

    private static String fingers(String finger) {
        return "{\"samples\": [" + sample(finger) + "], \"biometricConsent\": true}";
    }

    private static String payment(String nid) {
        return """
                {"nid": "%s", "programme": "JKN", "period": "2026-03", "amountRupiah": 150000, "channel": "bank-transfer"}""".replaceFirst("%s", nid);
    }

    private static String check(String nid, String finger) {
        return """
                {"nid": "%s", "purpose": "HOSPITAL_ADMISSION", "facilityId": "RSUD-01", "samples": [%s], "capturedAt": "%s"}""".replaceFirst("%s", nid)
                .replaceFirst("%s", sample(finger))
                .replaceFirst("%s", Counter.NOW.toString());
    }

    /** The fake matcher reads fingers as words. */
    private static String sample(String finger) {
        return "{\"template\": {\"content\": \"" + base64(finger) + "\"}}";
    }

    private static String base64(String finger) {
        return Base64.getEncoder().encodeToString(finger.getBytes(StandardCharsets.UTF_8));
    }
}

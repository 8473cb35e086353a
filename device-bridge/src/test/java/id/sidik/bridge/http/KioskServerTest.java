package id.sidik.bridge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import id.sidik.biometrics.v1.FingerException;
import id.sidik.biometrics.v1.FingerExceptionKind;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.bridge.AbsentLink;
import id.sidik.bridge.FakeGate;
import id.sidik.bridge.TestCounter;
import id.sidik.bridge.counter.JourneyRefusedException;
import id.sidik.bridge.emulator.FakeLink;
import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.session.CaptureFault;
import id.sidik.bridge.v1.CheckRequest;
import id.sidik.bridge.watch.ScannerRecord;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.engine.quality.QualityCause;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.rpc.RpcError;
import io.grpc.Status;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KioskServerTest {
    private static final String CHECK =
            "{\"nid\":\"3174011708850003\",\"purpose\":\"HOSPITAL_ADMISSION\",\"finger\":\"RIGHT_INDEX\"}";

    private static final int ANSWER_MILLIS_MAX = 60_000;

    @TempDir
    Path data;

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger captures = new AtomicInteger();
    private FakeGate gate;
    private KioskServer kiosk;
    private TestCounter bridge;

    @BeforeEach
    void open() throws IOException {
        gate = FakeGate.start(data);
        bridge = new TestCounter(new AbsentLink(() -> {}), gate);
        kiosk = start(new HostPort("127.0.0.1", 0));
    }

    private KioskServer start(HostPort listen) {
        return start(listen, bridge);
    }

    private KioskServer start(HostPort listen, TestCounter counter) {
        return KioskServer.start(
                listen,
                counter.counter,
                new KioskSetting(KioskMode.SELF_SERVICE, List.of("id", "en"), List.of(Purpose.HOSPITAL_ADMISSION)),
                Duration.ofSeconds(20),
                () -> "kiosk-test-" + captures.incrementAndGet(),
                counter.watch);
    }

    @AfterEach
    void close() {
        client.close();
        kiosk.close();
        gate.close();
    }

    @Test
    void servesItsPageWithNothingForeignInIt() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("kiosk.js", "alertdialog");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "https:");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        for (String part : new String[] {
            "/kiosk.js", "/kiosk.css", "/mark.svg", "/texts.js", "/hand.js", "/sound.js", "/texts/id.json"
        }) {
            HttpResponse<String> answer = get(part);
            assertThat(answer.statusCode()).as(part).isEqualTo(200);
            assertThat(answer.body().replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:");
        }
    }

    @Test
    void tellsAJourneyLineByLineAndEndsWithTheReceiptAsACode() throws Exception {
        HttpResponse<String> answer = client.send(check().build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().lines().toList())
                .anySatisfy(line -> assertThat(line).contains("\"captureFailed\"", "SCANNER_UNPLUGGED"))
                .anySatisfy(line -> assertThat(line).contains("\"decision\"", "\"undetermined\""))
                .last()
                .satisfies(line -> assertThat(line).startsWith("{\"receiptCode\":[\"1111111"));
        assertThat(gate.checks)
                .singleElement()
                .satisfies(question -> assertThat(question.getIdempotencyKey()).isEqualTo("kiosk-test-1"));
    }

    @Test
    void tellsThePageWhatThisKioskIs() throws Exception {
        assertThat(get("/api/setting").body())
                .isEqualTo("{\"mode\":\"self-service\",\"languages\":[\"id\",\"en\"],"
                        + "\"purposes\":[\"HOSPITAL_ADMISSION\"]}");
        assertThatThrownBy(() ->
                        new KioskSetting(KioskMode.ATTENDED, List.of("id", "xx"), List.of(Purpose.HOSPITAL_ADMISSION)))
                .hasMessageContaining("kiosk-languages");
    }

    @Test
    void letsOnlyStaffDeclareFingersAndSeePrints() throws Exception {
        CheckRequest asked = CheckRequest.newBuilder()
                .setPreview(true)
                .addExceptions(FingerException.newBuilder()
                        .setFinger(FingerPosition.RIGHT_INDEX)
                        .setKind(FingerExceptionKind.MISSING))
                .build();

        assertThat(KioskMode.ATTENDED.permitted(asked)).isEqualTo(asked);
        assertThatThrownBy(() -> KioskMode.SELF_SERVICE.permitted(asked))
                .isInstanceOfSatisfying(
                        JourneyRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo("EXCEPTIONS_NEED_STAFF"));
        assertThat(KioskMode.SELF_SERVICE
                        .permitted(asked.toBuilder().clearExceptions().build())
                        .getPreview())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "jv", "su"})
    void saysNothingInALanguageThatThePageDoesNotAskFor(String language) throws Exception {
        JsonObject base = texts("id");
        JsonObject local = texts(language);

        assertThat(keys("", base)).containsAll(keys("", local));
        if (language.equals("en")) {
            assertThat(keys("", local)).containsExactlyInAnyOrderElementsOf(keys("", base));
        }
    }

    private JsonObject texts(String language) throws Exception {
        return JsonParser.parseString(get("/texts/" + language + ".json").body())
                .getAsJsonObject();
    }

    private static Set<String> keys(String prefix, JsonObject texts) {
        Set<String> keys = new TreeSet<>();
        texts.entrySet().forEach(entry -> {
            if (entry.getValue() instanceof JsonObject nested) {
                keys.addAll(keys(prefix + entry.getKey() + ".", nested));
            } else {
                keys.add(prefix + entry.getKey());
            }
        });
        return keys;
    }

    @Test
    void tellsWhatTheGateRefused() throws Exception {
        gate.failures.add(RpcError.of(Status.Code.INVALID_ARGUMENT, "NID_INVALID", "no such day"));

        HttpResponse<String> answer = client.send(check().build(), BodyHandlers.ofString());

        assertThat(answer.body().lines().toList()).last().isEqualTo("{\"refused\":{\"reason\":\"NID_INVALID\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nid\":\"1\",\"purpose\":\"HOSPITAL_ADMISSION\"}",
                "{\"nid\":\"3174011708850003\"}",
                "{\"nid\":\"3174011708850003\",\"unknownField\":1}",
                "not json",
                ""
            })
    void refusesWhatIsNoCheck(String body) throws Exception {
        HttpResponse<String> answer = client.send(
                check().POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(gate.checks).isEmpty();
    }

    @Test
    void refusesABodyBeyondItsBound() throws Exception {
        HttpRequest large = check().POST(HttpRequest.BodyPublishers.ofString("{\"nid\":\"" + "1".repeat(5_000) + "\"}"))
                .build();

        HttpResponse<String> refused = client.send(large, BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("REQUEST_UNREADABLE");
        assertThat(gate.checks).isEmpty();
    }

    @Test
    void refusesAHostNameThatWasReboundToUs() throws IOException {
        String port = Integer.toString(kiosk.address().port());

        assertThat(statusOf("GET / HTTP/1.1\r\nHost: evil.example:" + port + "\r\n"))
                .isEqualTo(403);
        assertThat(statusOf("GET / HTTP/1.1\r\nHost: 127.0.0.1:1\r\n")).isEqualTo(403);
        assertThat(statusOf("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n")).isEqualTo(403);
        assertThat(statusOf("GET / HTTP/1.1\r\nHost: localhost:" + port + "\r\n"))
                .isEqualTo(200);
    }

    @Test
    void refusesPagesOfOtherOrigins() throws Exception {
        HttpRequest foreign =
                check().setHeader("Origin", "https://evil.example").build();
        HttpRequest withoutOrigin = HttpRequest.newBuilder(uri("/api/checks"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(CHECK))
                .build();
        HttpRequest form = check().setHeader("Content-Type", "text/plain").build();

        for (HttpRequest request : new HttpRequest[] {foreign, withoutOrigin, form}) {
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(403);
        }
        assertThat(gate.checks).isEmpty();
    }

    @Test
    void listensOnThisMachineOnly() {
        assertThatThrownBy(() -> start(new HostPort("0.0.0.0", 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void isAliveButNotReadyWithoutAScanner() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("\"scanner\":\"DOWN\"", "\"gate\":\"UP\"");
    }

    @Test
    void saysEverywhereThatTheBridgeWasTurnedAway() throws Exception {
        assertThat(get("/metrics").body()).contains("sidik_bridge_turned_away 0");
        assertThat(get("/health/ready").body()).contains("\"standing\":\"IN_SERVICE\"");
        bridge.dismissal.note();

        assertThat(get("/metrics").body()).contains("sidik_bridge_turned_away 1");
        assertThat(get("/health/ready").body()).contains("\"standing\":\"TURNED_AWAY\"");
        assertThat(get("/health/report").body()).contains("\"turnedAwayAt\"");
        HttpResponse<String> answer = client.send(check().build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("BRIDGE_REVOKED");
        for (String language : List.of("id", "en")) {
            assertThat(get("/texts/" + language + ".json").body()).contains("\"BRIDGE_REVOKED\"");
        }
    }

    @Test
    void tellsPrometheusHowTheScannerDoes() throws Exception {
        FakeLink link = new FakeLink(ScannerProfile.ZFM_20);
        link.layFinger(SyntheticFinger.of(1).impression(1));
        kiosk.close();
        kiosk = start(new HostPort("127.0.0.1", 0), new TestCounter(link, gate));
        client.send(check().build(), BodyHandlers.ofString());
        link.unplug();

        HttpResponse<String> metrics = get("/metrics");

        assertThat(metrics.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4");
        assertThat(metrics.body().lines())
                .contains(
                        "sidik_scanner_attached{scanner=\"ZFM-20\"} 0",
                        "sidik_scanner_usable{scanner=\"ZFM-20\"} 0",
                        "sidik_captures_total{scanner=\"ZFM-20\",outcome=\"COMPLETED\"} 1",
                        "sidik_scanner_faults_total{scanner=\"ZFM-20\",kind=\"UNPLUGGED\"} 1",
                        "sidik_frames_total{scanner=\"ZFM-20\",cause=\"NONE\"} 1",
                        "sidik_frame_quality_bucket{scanner=\"ZFM-20\",le=\"70\"} 0",
                        "sidik_frame_quality_bucket{scanner=\"ZFM-20\",le=\"80\"} 1",
                        "sidik_capture_attempts_count{scanner=\"ZFM-20\"} 1",
                        "sidik_capture_seconds_count{scanner=\"ZFM-20\"} 1",
                        "sidik_bridge_gate_serves 1",
                        "sidik_bridge_journal_waiting 0",
                        "sidik_bridge_certificate_expires_timestamp_seconds 1927857906")
                .noneMatch(line -> line.contains(TestCounter.NID));
        link.plug();
        assertThat(get("/metrics").body().lines())
                .contains(
                        "sidik_scanner_usable{scanner=\"ZFM-20\"} 1",
                        "sidik_scanner_replugs_total{scanner=\"ZFM-20\"} 1");
    }

    @Test
    void tellsTheTechniciansPageWhatIsWrongAndWhatHelps() throws Exception {
        JsonObject report = JsonParser.parseString(get("/health/report").body()).getAsJsonObject();

        assertThat(report.get("gateServes").getAsBoolean()).isTrue();
        assertThat(report.getAsJsonArray("scanners"))
                .singleElement()
                .satisfies(scanner -> assertThat(scanner.getAsJsonObject()
                                .getAsJsonObject("fault")
                                .getAsJsonObject("advice")
                                .keySet())
                        .containsExactlyInAnyOrder("id", "en"));
        assertThat(get("/health.html").body()).contains("technician/page.js");
    }

    @Test
    void hasTheTechniciansTextsInBothLanguages() throws Exception {
        JsonObject indonesian = technicianTexts("id");
        JsonObject english = technicianTexts("en");

        assertThat(keys("", indonesian)).isEqualTo(keys("", english));
        assertThat(english.getAsJsonObject("kinds").keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(DeviceFault.Kind.values()).map(Enum::name).toList());
        assertThat(english.getAsJsonObject("causes").keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(QualityCause.values()).map(Enum::name).toList());
        assertThat(english.getAsJsonObject("outcomes").keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(ScannerRecord.COMPLETED, ScannerRecord.CANCELLED),
                                Arrays.stream(CaptureFault.values()).map(Enum::name))
                        .toList());
    }

    private JsonObject technicianTexts(String language) throws Exception {
        return JsonParser.parseString(get("/technician/" + language + ".json").body())
                .getAsJsonObject();
    }

    private HttpRequest.Builder check() {
        return HttpRequest.newBuilder(uri("/api/checks"))
                .header("Content-Type", "application/json")
                .header("Origin", "http://" + kiosk.address())
                .POST(HttpRequest.BodyPublishers.ofString(CHECK));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://" + kiosk.address() + path);
    }

    /** For headers that an ordinary client does not let us forge. */
    private int statusOf(String requestHead) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), kiosk.address().port())) {
            socket.getOutputStream()
                    .write((requestHead + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(ANSWER_MILLIS_MAX);
            var answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            return Integer.parseInt(answer.readLine().split(" ", 3)[1]);
        }
    }
}

package id.sidik.bridge.facade.sbi;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.bridge.AbsentLink;
import id.sidik.bridge.FakeGate;
import id.sidik.bridge.TestCounter;
import id.sidik.bridge.facade.AllowedOrigins;
import id.sidik.bridge.facade.FacadeSettings;
import id.sidik.bridge.facade.Facades;
import id.sidik.bridge.facade.RawCall;
import id.sidik.bridge.facade.TestFacades;
import id.sidik.wire.config.HostPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verbs over a socket. */
class SbiApiTest {
    private static final String PAGE = "https://registration.example.go.id";

    @TempDir
    Path data;

    private FakeGate gate;
    private Facades facades;

    @BeforeEach
    void open() throws IOException {
        gate = FakeGate.start(data);
        facades = start(Purpose.REGISTRATION);
    }

    private Facades start(Purpose purpose) {
        return Facades.start(
                TestFacades.settings(
                        TestFacades.SHUT,
                        new FacadeSettings.Door(new HostPort("127.0.0.1", 0), AllowedOrigins.parse(PAGE)),
                        purpose),
                TestFacades.parts(new TestCounter(new AbsentLink(() -> {}), gate), data));
    }

    @AfterEach
    void close() {
        facades.close();
        gate.close();
    }

    @Test
    void speaksTheVerbsOfTheSpecification() throws IOException {
        RawCall.Answer discovered = call("MOSIPDISC", "/device", "{\"type\":\"Finger\"}");

        assertThat(discovered.status()).isEqualTo(200);
        assertThat(discovered.header("LOCATION"))
                .contains("http://127.0.0.1:" + address().port() + "/");
        assertThat(discovered.header("Cache-Control")).contains("no-store");
        assertThat(discovered.body()).contains("\"deviceId\":\"SN-1\"", "\"202\"");
        assertThat(call("MOSIPDINFO", "/info", "").body()).contains("\"deviceInfo\":\"ey");
        assertThat(call("MOSIPINFO", "/info", "").body()).contains("\"deviceInfo\":\"ey");
        assertThat(call("RCAPTURE", "/capture", "{\"transactionId\":\"?\"}").body())
                .contains("\"112\"");
        assertThat(call("CAPTURE", "/capture", "nothing").body()).contains("\"501\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MOSIPDISC", "MOSIPDINFO", "CAPTURE", "RCAPTURE", "STREAM"})
    void tellsNothingToPagesThatAreNotAllowed(String verb) throws IOException {
        RawCall.Answer answer = new RawCall(address(), verb, "/capture")
                .header("Origin", "https://evil.example")
                .body("application/json", "{}")
                .send();

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void offersItsVerbsToThePreflightOfAnAllowedPage() throws IOException {
        RawCall.Answer answer = new RawCall(address(), "OPTIONS", "/capture")
                .header("Origin", PAGE)
                .header("Access-Control-Request-Method", "RCAPTURE")
                .send();

        assertThat(answer.header("Access-Control-Allow-Methods").orElseThrow())
                .contains("MOSIPDISC", "RCAPTURE", "STREAM");
    }

    @Test
    void streamsPicturesOfCapturesUntilTheTimeIsOver() throws IOException {
        RawCall.Answer stream = call("STREAM", "/stream", "{\"deviceId\":\"SN-1\",\"timeout\":\"1000\"}");

        assertThat(stream.header("Content-Type")).contains("multipart/x-mixed-replace; boundary=--BoundaryString");
        assertThat(stream.body().split("Content-Type: image/jpeg", -1)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void streamsNothingOfAnotherDeviceNorForAuthentication() throws IOException {
        assertThat(call("STREAM", "/stream", "{\"deviceId\":\"SN-2\"}").body()).contains("\"502\"");
        facades.close();
        facades = start(Purpose.AUTH);
        assertThat(call("STREAM", "/stream", "{\"deviceId\":\"SN-1\"}").body()).contains("\"502\"");
    }

    private RawCall.Answer call(String verb, String path, String body) throws IOException {
        return new RawCall(address(), verb, path)
                .header("Origin", PAGE)
                .body("application/json", body)
                .send();
    }

    private HostPort address() {
        return Objects.requireNonNull(facades.addresses().get("sbi"), "the façade is open");
    }
}

package id.sidik.bridge.facade.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sidik.bridge.FakeGate;
import id.sidik.bridge.TestCounter;
import id.sidik.bridge.emulator.FakeLink;
import id.sidik.bridge.facade.AllowedOrigins;
import id.sidik.bridge.facade.FacadeSettings;
import id.sidik.bridge.facade.Facades;
import id.sidik.bridge.facade.RawCall;
import id.sidik.bridge.facade.TestFacades;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.image.ImageDecoder;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.wire.config.HostPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebApiTest {
    private static final String PAGE = "https://school.example.sch.id";
    private static final FingerImage PRINT = SyntheticFinger.of(3).impression(1);

    @TempDir
    Path data;

    private final FakeLink link = new FakeLink(ScannerProfile.ZFM_20);
    private FakeGate gate;
    private Facades facades;

    @BeforeEach
    void open() throws IOException {
        gate = FakeGate.start(data);
        facades = Facades.start(
                TestFacades.webApi(new FacadeSettings.Door(new HostPort("127.0.0.1", 0), AllowedOrigins.parse(PAGE))),
                TestFacades.parts(new TestCounter(link, gate), data));
    }

    @AfterEach
    void close() {
        facades.close();
        gate.close();
    }

    @Test
    void givesItsScriptToAnybodyAndItsCallsToNamedPages() throws IOException {
        RawCall.Answer script = new RawCall(address(), "GET", WebApi.SCRIPT)
                .header("Sec-Fetch-Site", "cross-site")
                .send();

        assertThat(script.status()).isEqualTo(200);
        assertThat(script.header("Content-Type").orElseThrow()).startsWith("text/javascript");
        assertThat(script.body())
                .contains(
                        "page.Fingerprint",
                        "startAcquisition",
                        "stopAcquisition",
                        "enumerateDevices",
                        "SamplesAcquired");
        for (String path : new String[] {"/acquisitions/png", "/acquisitions/raw"}) {
            assertThat(new RawCall(address(), "POST", path)
                            .header("Origin", "https://evil.example")
                            .header("Content-Length", "0")
                            .send()
                            .status())
                    .isEqualTo(403);
        }
        assertThat(new RawCall(address(), "GET", "/devices").send().status()).isEqualTo(403);
    }

    @Test
    void saysWhetherAScannerIsThere() throws IOException {
        assertThat(call("GET", "/devices").body()).isEqualTo("[\"sidik-bridge\"]");
        link.unplug();
        assertThat(call("GET", "/devices").body()).isEqualTo("[]");
    }

    @Test
    void handsOnAFingerAsPngAndSaysWhenTheScannerIsPulledOut() throws IOException {
        link.layFinger(PRINT);

        RawCall.Answer answer = new RawCall(address(), "POST", "/acquisitions/png")
                .header("Origin", PAGE)
                .header("Content-Length", "0")
                .onChunk(chunk -> {
                    if (chunk.contains("\"samples\"")) {
                        link.unplug();
                    }
                })
                .send();

        JsonNode samples = answer.body()
                .lines()
                .map(WebApiTest::json)
                .filter(line -> line.path("event").asText().equals("samples"))
                .findFirst()
                .orElseThrow();
        FingerImage picture = ImageDecoder.decode(
                Base64.getUrlDecoder().decode(samples.path("sample").asText()), 500);
        assertThat(picture.widthPx()).isEqualTo(256);
        assertThat(answer.body()
                        .lines()
                        .map(WebApiTest::json)
                        .toList()
                        .getLast()
                        .path("event")
                        .asText())
                .isEqualTo("disconnected");
    }

    private RawCall.Answer call(String method, String path) throws IOException {
        return new RawCall(address(), method, path)
                .header("Origin", PAGE)
                .header("Content-Length", "0")
                .send();
    }

    private HostPort address() {
        return Objects.requireNonNull(facades.addresses().get("web-api"), "the façade is open");
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}

package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import id.sidik.bridge.BridgeProcess;
import id.sidik.bridge.emulator.ScannerEmulator;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.wire.process.RunFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else's page with the script that stands in for HID's, in a real browser, on an emulated scanner. No gate is needed. */
class WebApiInBrowserTest {
    private static final SyntheticFinger FINGER = SyntheticFinger.of(7_421);

    /** As such pages are written: events by property and by on(), samples as JSON of base64url. */
    private static final String PAGE = """
            <!doctype html><title>Somebody else's page</title><p id="state"></p><p id="events"></p>
            <script src="%sFingerprint.WebApi.js"></script>
            <script>
              const say = (event) => { document.getElementById("events").textContent += event + " "; };
              const sdk = new Fingerprint.WebApi();
              sdk.onDeviceConnected = () => say("connected");
              sdk.onQualityReported = (event) => say("quality-" + event.quality);
              sdk.onSamplesAcquired = (event) => {
                const sample = JSON.parse(atob(Fingerprint.b64UrlTo64(JSON.parse(event.samples)[0])));
                window.sample = sample;
                say("sample");
                document.getElementById("state").textContent = sample.Format.iWidth + "x" + sample.Format.iHeight + "@" + sample.Format.iXdpi;
              };
              sdk.onCommunicationFailed = () => say("unreachable");
              sdk.on("AcquisitionStopped", () => say("stopped"));
              sdk.enumerateDevices()
                .then((devices) => sdk.startAcquisition(Fingerprint.SampleFormat.Raw, devices[0]))
                .then(() => say("started"), (failure) => say("failed: " + failure));
            </script>
            """;

    @Test
    void handsAFingerToAPageThatIsAllowed(@TempDir Path data) throws Exception {
        try (Page page = Page.open(data, true);
                ScannerEmulator scanner = DemoTest.scanner(data)) {
            FingerImage finger = FINGER.impression(1);
            scanner.layFinger(finger);
            page.browser.open(page.address);

            page.browser.awaitText("#state", "256x288@500");
            String pixels = page.browser.script("return window.sample.Data").getAsString();
            assertThat(Base64.getUrlDecoder().decode(pixels)).isEqualTo(scanner.pixelsOf(finger));
            assertThat(page.browser.text("#events")).startsWith("connected").contains("quality-0", "sample");
            page.browser.script("return sdk.stopAcquisition()");
            assertThat(page.browser.text("#events")).endsWith("stopped");
        }
    }

    @Test
    void handsNothingToAPageThatIsNot(@TempDir Path data) throws Exception {
        try (Page page = Page.open(data, false)) {
            page.browser.open(page.address);

            page.browser.awaitText("#events", "unreachable failed");
        }
    }

    /** A page on its own server, a bridge that allows it or not, and a browser. */
    private record Page(HttpServer server, String address, BridgeProcess bridge, Browser browser)
            implements AutoCloseable {
        static Page open(Path data, boolean allowed) throws Exception {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String origin = "http://127.0.0.1:" + server.getAddress().getPort();
            BridgeProcess bridge = DemoTest.bridge(
                    data,
                    Map.of(
                            "SIDIK_BRIDGE_FACADE_WEB_API_LISTEN",
                            "127.0.0.1:0",
                            "SIDIK_BRIDGE_FACADE_WEB_API_ORIGINS",
                            allowed ? origin : "https://another.example"));
            String script = RunFile.read(data, BridgeProcess.NAME).orElseThrow().get("web-api");
            byte[] html = PAGE.replace("%s", script).getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, html.length);
                exchange.getResponseBody().write(html);
                exchange.close();
            });
            server.start();
            return new Page(server, origin + "/", bridge, Browser.start());
        }

        @Override
        public void close() throws IOException {
            browser.close();
            bridge.close();
            server.stop(0);
        }
    }
}

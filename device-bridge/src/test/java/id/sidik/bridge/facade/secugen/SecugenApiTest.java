package id.sidik.bridge.facade.secugen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sidik.bridge.AbsentLink;
import id.sidik.bridge.FakeGate;
import id.sidik.bridge.TestCounter;
import id.sidik.bridge.emulator.FakeLink;
import id.sidik.bridge.facade.AllowedOrigins;
import id.sidik.bridge.facade.FacadeSettings;
import id.sidik.bridge.facade.Facades;
import id.sidik.bridge.facade.RawCall;
import id.sidik.bridge.facade.TestFacades;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.scanner.SerialScanner;
import id.sidik.bridge.session.CaptureRunner;
import id.sidik.bridge.session.FingerExaminer;
import id.sidik.engine.FingerEngine;
import id.sidik.engine.image.ImageDecoder;
import id.sidik.engine.interchange.MinutiaeRecord;
import id.sidik.engine.interchange.MinutiaeStandard;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.wire.config.HostPort;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecugenApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private int nextImpression = 1;
    private final FingerExaminer examiner = new FingerExaminer(FingerEngine.SIDIK);

    @Test
    void givesTheFieldsThatClientsReadWithAPictureAndATemplate() throws IOException {
        JsonNode answer = capture(7, "Timeout=10000&Quality=20&licstr=&templateFormat=ISO&imageWSQRate=0.75");

        assertThat(answer.path("ErrorCode").asInt(-1)).isZero();
        for (String field : new String[] {
            "Manufacturer",
            "Model",
            "SerialNumber",
            "ImageWidth",
            "ImageHeight",
            "ImageDPI",
            "ImageQuality",
            "NFIQ",
            "ImageDataBase64",
            "BMPBase64",
            "TemplateBase64",
            "ISOTemplateBase64",
            "WSQImageSize",
            "WSQImage"
        }) {
            assertThat(answer.has(field)).as(field).isTrue();
        }
        byte[] pixels = bytes(answer, "ImageDataBase64");
        assertThat(pixels).hasSize(256 * 288);
        assertThat(ImageDecoder.decode(bytes(answer, "BMPBase64"), 500).pixels())
                .isEqualTo(pixels);
        assertThat(MinutiaeRecord.parse(bytes(answer, "TemplateBase64")).standard())
                .isEqualTo(MinutiaeStandard.ISO_2005);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timeout=5000&TEMPLATEFORMAT=ansi",
                "{\"Timeout\":5000,\"templateFormat\":\"ANSI\",\"fakeDetection\":0}"
            })
    void readsFormsAndJsonWhateverTheirCapitals(String body) throws IOException {
        JsonNode answer = capture(8, body);

        assertThat(MinutiaeRecord.parse(bytes(answer, "TemplateBase64")).standard())
                .isEqualTo(MinutiaeStandard.ANSI_2004);
        assertThat(MinutiaeRecord.parse(bytes(answer, "ISOTemplateBase64")).standard())
                .isEqualTo(MinutiaeStandard.ISO_2005);
    }

    @Test
    void scoresTheSameFingerAboveTheHundredThatClientsAskForAndOthersFarBelow() throws IOException {
        String one = capture(9, "").path("TemplateBase64").asText();
        String same = capture(9, "").path("TemplateBase64").asText();
        String other = capture(10, "templateFormat=ANSI").path("TemplateBase64").asText();

        assertThat(score(one, same)).isGreaterThan(100);
        assertThat(score(one, other)).isLessThan(100);
    }

    @ParameterizedTest
    @CsvSource({"Timeout=soon,3", "Timeout=0,3", "Quality=101,3", "templateFormat=WSQ,102", "Timeout=%zz,3"})
    void refusesWhatItCannotReadByTheNumberForIt(String body, int number) throws IOException {
        assertThat(errorOf(new SgDevice(runner(new FakeLink(ScannerProfile.ZFM_20)), System::nanoTime).capture(body)))
                .isEqualTo(number);
    }

    @Test
    void saysWhyThereIsNoPicture() throws IOException {
        FakeLink empty = new FakeLink(ScannerProfile.ZFM_20);
        FakeLink unplugged = new FakeLink(ScannerProfile.ZFM_20);
        unplugged.unplug();

        assertThat(errorOf(new SgDevice(runner(empty), empty::nanoTime).capture("")))
                .isEqualTo(54);
        assertThat(errorOf(new SgDevice(runner(unplugged), unplugged::nanoTime).capture("")))
                .isEqualTo(55);
    }

    @Test
    void saysWhichTemplateCannotBeRead() throws IOException {
        SgDevice device = new SgDevice(runner(new FakeLink(ScannerProfile.ZFM_20)), System::nanoTime);
        String good = capture(11, "").path("TemplateBase64").asText();

        assertThat(errorOf(device.matchScore("template1=AAAA&template2=" + escaped(good))))
                .isEqualTo(103);
        assertThat(errorOf(device.matchScore("template1=" + escaped(good) + "&template2=?")))
                .isEqualTo(104);
    }

    @Test
    void servesNamedPagesOverASocketByFormAndByQuery(@TempDir Path data) throws IOException {
        try (FakeGate gate = FakeGate.start(data);
                Facades facades = Facades.start(
                        TestFacades.secugen(new FacadeSettings.Door(
                                new HostPort("127.0.0.1", 0), AllowedOrigins.parse("https://his.example.go.id"))),
                        TestFacades.parts(new TestCounter(new AbsentLink(() -> {}), gate), data))) {
            HostPort address = Objects.requireNonNull(facades.addresses().get("secugen"), "the façade is open");

            RawCall.Answer form = new RawCall(address, "POST", "/SGIFPCapture")
                    .header("Origin", "https://his.example.go.id")
                    .body("application/x-www-form-urlencoded", "Timeout=1000")
                    .send();
            RawCall.Answer query = new RawCall(address, "GET", "/SGIMatchScore?template1=AAAA&template2=AAAA")
                    .header("Origin", "https://his.example.go.id")
                    .send();
            RawCall.Answer foreign = new RawCall(address, "POST", "/SGIFPCapture")
                    .header("Origin", "https://evil.example")
                    .body("text/plain", "Timeout=1000")
                    .send();

            assertThat(form.body()).isEqualTo("{\"ErrorCode\":55}");
            assertThat(query.body()).isEqualTo("{\"ErrorCode\":103}");
            assertThat(foreign.status()).isEqualTo(403);
        }
    }

    @Test
    void servesTheHttpsAddressThatPagesHaveToWhoeverBelievesItsCertificate(@TempDir Path data) throws Exception {
        FacadeSettings.Door door = new FacadeSettings.Door(
                new HostPort("127.0.0.1", 0), AllowedOrigins.parse("https://his.example.go.id"));
        try (FakeGate gate = FakeGate.start(data);
                Facades facades = Facades.start(
                        TestFacades.secugen(door, new HostPort("127.0.0.1", 0)),
                        TestFacades.parts(new TestCounter(new AbsentLink(() -> {}), gate), data));
                HttpClient believer = HttpClient.newBuilder()
                        .sslContext(believing(data.resolve("bridge").resolve("loopback.crt")))
                        .build();
                HttpClient stranger = HttpClient.newHttpClient()) {
            HostPort secure =
                    Objects.requireNonNull(facades.addresses().get("secugen-https"), "it is served over TLS as well");
            HttpRequest.Builder question = HttpRequest.newBuilder(
                            URI.create("https://localhost:" + secure.port() + "/SGIFPCapture"))
                    .POST(BodyPublishers.ofString("Timeout=1000"));

            HttpResponse<String> named = believer.send(
                    question.copy()
                            .header("Origin", "https://his.example.go.id")
                            .build(),
                    BodyHandlers.ofString());
            HttpResponse<String> foreign = believer.send(
                    question.copy().header("Origin", "https://evil.example").build(), BodyHandlers.ofString());

            assertThat(named.body()).isEqualTo("{\"ErrorCode\":55}");
            assertThat(foreign.statusCode()).isEqualTo(403);
            assertThatThrownBy(() -> stranger.send(question.build(), BodyHandlers.ofString()))
                    .isInstanceOf(SSLException.class);
        }
    }

    private static SSLContext believing(Path certificate) throws IOException, GeneralSecurityException {
        KeyStore believed = KeyStore.getInstance(KeyStore.getDefaultType());
        believed.load(null, null);
        try (InputStream pem = Files.newInputStream(certificate)) {
            believed.setCertificateEntry(
                    "bridge", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private JsonNode capture(int finger, String body) throws IOException {
        FakeLink link = new FakeLink(ScannerProfile.ZFM_20);
        link.layFinger(SyntheticFinger.of(finger).impression(nextImpression++));
        return JSON.readTree(new SgDevice(runner(link), link::nanoTime).capture(body));
    }

    private CaptureRunner runner(FakeLink link) {
        return new CaptureRunner(
                new SerialScanner(link, Path.of("fake-port"), ScannerProfile.ZFM_20),
                examiner::assess,
                examiner::fmrOf,
                _ -> {});
    }

    private int score(String one, String other) throws IOException {
        SgDevice device = new SgDevice(runner(new FakeLink(ScannerProfile.ZFM_20)), System::nanoTime);
        return JSON.readTree(device.matchScore("template1=" + escaped(one) + "&template2=" + escaped(other)))
                .path("MatchingScore")
                .asInt(-1);
    }

    private static int errorOf(String answer) throws IOException {
        return JSON.readTree(answer).path("ErrorCode").asInt(-1);
    }

    private static byte[] bytes(JsonNode answer, String field) {
        return Base64.getDecoder().decode(answer.path(field).asText());
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package id.sidik.bridge.facade.sbi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.X509CertUtils;
import id.sidik.bridge.emulator.FakeLink;
import id.sidik.bridge.facade.SharedFiles;
import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.link.LinkException;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.scanner.SerialScanner;
import id.sidik.bridge.session.Assessment;
import id.sidik.bridge.session.CapturePlan;
import id.sidik.bridge.session.CaptureRunner;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.image.ImageDecoder;
import id.sidik.engine.quality.Quality;
import id.sidik.engine.quality.QualityCause;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.engine.template.FingerPosition;
import id.sidik.wire.files.OwnerOnlyFile;
import id.sidik.wire.trust.SigningIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The device by the conformance toolkit's schemas, on a scanner in memory. */
class SbiDeviceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FingerImage PRINT = SyntheticFinger.of(5).impression(1);
    private static final String CALLBACK = "http://127.0.0.1:4501/";
    private static final String DOMAIN = "https://auth.example.go.id/ida";

    @TempDir
    Path data;

    private final FakeLink link = new FakeLink(ScannerProfile.ZFM_20);
    private final CountDownLatch assessing = new CountDownLatch(1);
    private final CountDownLatch assessed = new CountDownLatch(1);
    private boolean assessesSlowly;
    private Instant now = Instant.parse("2026-01-15T03:04:05Z");
    private CaptureRunner captures;

    @BeforeEach
    void plugIn() {
        captures = new CaptureRunner(
                new SerialScanner(link, Path.of("fake-port"), ScannerProfile.ZFM_20),
                _ -> {
                    if (assessesSlowly) {
                        assessing.countDown();
                        await(assessed);
                    }
                    return new Assessment(new Quality(93, QualityCause.NONE), Optional.empty());
                },
                (_, _) -> 1,
                _ -> {});
    }

    @Test
    void isDiscoveredAsTheToolkitWantsIt() throws Exception {
        for (String type : new String[] {"Finger", "Biometric Device"}) {
            JsonNode answer = JSON.readTree(
                    device(Purpose.REGISTRATION, "DC-1").discovery(json("{\"type\":\"" + type + "\"}"), CALLBACK));
            ObjectNode device = (ObjectNode) answer.path(0);

            device.set("digitalIdDecoded", decoded(device.path("digitalId").asText()));
            assertValid("DiscoverResponseSchema", answer);
            assertThat(device.path("callbackId").asText()).isEqualTo(CALLBACK);
        }
    }

    @ParameterizedTest
    @CsvSource({"Iris,106", "Face,106", "Toe,501", "'',501"})
    void isNotDiscoveredAsWhatItIsNot(String type, String code) throws Exception {
        JsonNode answer = JSON.readTree(
                device(Purpose.REGISTRATION, "DC-1").discovery(json("{\"type\":\"" + type + "\"}"), CALLBACK));

        assertValid("DiscoverResponseErrorSchema", answer);
        assertThat(answer.path(0).path("error").path("errorCode").asText()).isEqualTo(code);
    }

    @Test
    void saysThatItIsReady() throws Exception {
        assertValid("DeviceInfoReadyResponseSchema", info(device(Purpose.REGISTRATION, "DC-1")));
    }

    @Test
    void saysThatItIsUnplugged() throws Exception {
        link.unplug();
        link.refuseToOpen(LinkException.Kind.ABSENT);

        JsonNode answer = info(device(Purpose.AUTH, "DC-1"));

        assertValid("DeviceInfoNotReadyResponseSchema", answer);
        assertThat(answer.path(0).path("error").path("errorCode").asText()).isEqualTo("202");
    }

    @Test
    void saysThatItIsBusyAndCapturesOneAtATime() throws Exception {
        assessesSlowly = true;
        link.layFinger(PRINT);
        SbiDevice device = device(Purpose.REGISTRATION, "DC-1");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = threads.submit(() -> captures.capture(
                    CapturePlan.of(List.of(FingerPosition.RIGHT_INDEX)),
                    Deadline.after(Duration.ofMinutes(1), link::nanoTime),
                    _ -> {}));
            assessing.await();

            JsonNode busy = info(device);
            assertRefused("111", device.capture(Purpose.REGISTRATION, json(call(Purpose.REGISTRATION))));

            assertValid("DeviceInfoBusyResponseSchema", busy);
            assertThat(busy.path(0).path("error").path("errorCode").asText()).isEqualTo("111");
            assessed.countDown();
            first.get();
        }
    }

    @Test
    void saysThatItIsNotRegisteredAndCapturesNothing() throws Exception {
        SbiDevice device = device(Purpose.REGISTRATION, "");
        JsonNode answer = JSON.readTree(device.info(CALLBACK));
        ObjectNode block = (ObjectNode) answer.path(0);
        block.set("deviceInfoDecoded", decoded(block.path("deviceInfo").asText()));

        assertValid("DeviceInfoNotRegisteredResponseSchema", answer);
        assertRefused("100", device.capture(Purpose.REGISTRATION, json(call(Purpose.REGISTRATION))));
    }

    @Test
    void capturesForRegistrationInTheClearAndSigned() throws Exception {
        link.layFinger(PRINT);

        JsonNode answer = JSON.readTree(
                device(Purpose.REGISTRATION, "DC-1").capture(Purpose.REGISTRATION, json(call(Purpose.REGISTRATION))));

        JsonNode payload = decode(answer);
        assertValid("RegistrationCaptureResponseSchema", answer);
        byte[] record = Base64.getUrlDecoder().decode(payload.path("bioValue").asText());
        assertThat(pixelsOf(record).length).isEqualTo(256 * 288);
        assertThat(answer.path("biometrics").path(0).path("hash").asText()).isEqualTo(BioBlock.hash("", record));
        assertThat(payload.path("bioSubType").asText()).isEqualTo("Right IndexFinger");
        assertThat(payload.path("transactionId").asText()).isEqualTo("TX-0001");
        assertThat(payload.path("qualityScore").asText()).isEqualTo("93");
    }

    @Test
    void goesOnWithTheCallersChain() throws Exception {
        link.layFinger(PRINT);
        String previous = "13DFAB25B47C71AA7A4299838AEAD6C50A222BEC0F364BACF86A7908CE670430";

        JsonNode answer = JSON.readTree(device(Purpose.REGISTRATION, "DC-1")
                .capture(
                        Purpose.REGISTRATION,
                        json(call(Purpose.REGISTRATION)
                                .replace("\"previousHash\":\"\"", "\"previousHash\":\"" + previous + "\""))));

        byte[] record =
                Base64.getUrlDecoder().decode(decode(answer).path("bioValue").asText());
        assertThat(answer.path("biometrics").path(0).path("hash").asText()).isEqualTo(BioBlock.hash(previous, record));
    }

    @Test
    void encryptsForTheDomainWhoseKeyCountsNow() throws Exception {
        SigningIdentity before = SigningIdentity.selfSigned("before", now, Duration.ofDays(30));
        SigningIdentity after = SigningIdentity.selfSigned("after", now, Duration.ofDays(30));
        SbiDevice device = device(Purpose.AUTH, "DC-1");
        assertRefused("108", device.capture(Purpose.AUTH, json(call(Purpose.AUTH))));
        trust(before);
        trust(after);
        link.layFinger(PRINT);

        JsonNode answer = JSON.readTree(device.capture(Purpose.AUTH, json(call(Purpose.AUTH))));

        JsonNode payload = decode(answer);
        JsonNode block = answer.path("biometrics").path(0);
        assertValid("AuthCaptureResponseSchema", answer);
        assertThat(block.path("thumbprint").asText()).isEqualTo(BioBlock.thumbprint(after.certificate()));
        byte[] record = decrypted(block, payload, after);
        assertThat(pixelsOf(record).length).isEqualTo(256 * 288);
        assertThat(block.path("hash").asText()).isEqualTo(BioBlock.hash("", record));
    }

    @Test
    void encryptsForNobodyWhoseKeyHasExpired() throws Exception {
        trust(SigningIdentity.selfSigned("old", now.minus(Duration.ofDays(60)), Duration.ofDays(30)));

        assertRefused("108", device(Purpose.AUTH, "DC-1").capture(Purpose.AUTH, json(call(Purpose.AUTH))));
    }

    @Test
    void saysThatNoFingerCameInTime() throws Exception {
        assertRefused(
                "101",
                device(Purpose.REGISTRATION, "DC-1").capture(Purpose.REGISTRATION, json(call(Purpose.REGISTRATION))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TX-0001|TX_1|112",
                "TX-0001|T|112",
                "SN-1|SN-2|106",
                "\"type\":\"Finger\"|\"type\":\"Iris\"|106",
                "\"count\":\"1\"|\"count\":\"11\"|109",
                "\"count\":\"1\"|\"count\":\"0\"|109",
                "Developer|Production|503",
                "\"Registration\"|\"Auth\"|502",
                "Right IndexFinger|Right Toe|501",
                "\"previousHash\":\"\"|\"previousHash\":\"00\"|501",
                "\"timeout\":\"10000\"|\"timeout\":\"soon\"|501",
                "{|[|501"
            })
    void refusesWhatItCannotServeByTheCodeForIt(String part, String instead, String code) throws Exception {
        assertRefused(
                code,
                device(Purpose.REGISTRATION, "DC-1")
                        .capture(
                                Purpose.REGISTRATION,
                                json(call(Purpose.REGISTRATION).replace(part, instead))));
    }

    @Test
    void takesNumbersAsNumbersAndLeavesOutExceptions() {
        CaptureCall call = CaptureCall.parse(json(call(Purpose.REGISTRATION)
                .replace("\"count\":\"1\"", "\"count\":2")
                .replace("\"timeout\":\"10000\"", "\"timeout\":10000")
                .replace(
                        "[\"Right IndexFinger\"]",
                        "[\"Right IndexFinger\",\"Left Thumb\",\"Right Thumb\"],\"exception\":[\"Left Thumb\"]")));

        assertThat(call.fingers()).containsExactly(FingerPosition.RIGHT_INDEX, FingerPosition.RIGHT_THUMB);
        assertThat(call.timeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void followsItsOwnKeyInTimeAndKeepsItOverARestart() throws Exception {
        DeviceSigner signer = signer();
        SigningIdentity first = signer.identity();
        assertThat(signer().identity().certificate()).isEqualTo(first.certificate());

        now = now.plus(DeviceSigner.FOLLOWED_AFTER).plusSeconds(1);

        SigningIdentity second = signer.identity();
        assertThat(second.certificate()).isNotEqualTo(first.certificate());
        assertThat(signer().identity().certificate()).isEqualTo(second.certificate());
        now = now.plus(Duration.ofDays(365));
        assertThat(signer().identity().certificate().getNotAfter().toInstant()).isAfter(now);
    }

    private SbiDevice device(Purpose purpose, String deviceCode) {
        return new SbiDevice(
                new SbiProfile(purpose, "Developer", deviceCode, "SN-1", "Grow", "R307", "Sidik", "SIDIK-1"),
                captures,
                signer(),
                new DomainCertificates(data, () -> now),
                () -> now,
                link::nanoTime);
    }

    private DeviceSigner signer() {
        return new DeviceSigner(new OwnerOnlyFile(data.resolve("keys").resolve("sbi.pem")), () -> now);
    }

    private void trust(SigningIdentity domain) throws IOException {
        Files.writeString(data.resolve("auth.example.go.id.pem"), X509CertUtils.toPEMString(domain.certificate()));
    }

    private static String call(Purpose purpose) {
        return "{\"env\":\"Developer\",\"purpose\":\"" + purpose.word() + "\",\"specVersion\":\"0.9.5\","
                + "\"timeout\":\"10000\",\"captureTime\":\"2026-01-15T03:04:05Z\",\"domainUri\":\"" + DOMAIN
                + "\",\"transactionId\":\"TX-0001\",\"bio\":[{\"type\":\"Finger\",\"count\":\"1\","
                + "\"bioSubType\":[\"Right IndexFinger\"],\"requestedScore\":\"40\",\"deviceId\":\"SN-1\","
                + "\"deviceSubId\":\"0\",\"previousHash\":\"\"}],\"customOpts\":null}";
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode info(SbiDevice device) throws Exception {
        JsonNode answer = JSON.readTree(device.info(CALLBACK));
        ObjectNode block = (ObjectNode) answer.path(0);
        ObjectNode decoded = (ObjectNode) verified(block.path("deviceInfo").asText());
        decoded.set("digitalIdDecoded", verified(decoded.path("digitalId").asText()));
        block.set("deviceInfoDecoded", decoded);
        return answer;
    }

    /** Adds what the toolkit adds, and gives the payload of the only block. */
    private static JsonNode decode(JsonNode answer) throws Exception {
        ObjectNode block = (ObjectNode) answer.path("biometrics").path(0);
        ObjectNode payload = (ObjectNode) verified(block.path("data").asText());
        payload.set("digitalIdDecoded", verified(payload.path("digitalId").asText()));
        block.set("dataDecoded", payload);
        return payload;
    }

    private static JsonNode verified(String compact) throws Exception {
        JWSObject jws = JWSObject.parse(compact);
        RSAPublicKey key = (RSAPublicKey) X509CertUtils.parse(
                        jws.getHeader().getX509CertChain().getFirst().decode())
                .getPublicKey();
        assertThat(jws.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(jws.getHeader().getType().getType()).isEqualTo("JWT");
        return JSON.readTree(jws.getPayload().toString());
    }

    private static JsonNode decoded(String base64) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(base64));
    }

    private static void assertRefused(String code, String answer) throws IOException {
        JsonNode json = JSON.readTree(answer);
        assertValid("ErrorCaptureResponseSchema", json);
        assertThat(json.path("biometrics")
                        .path(0)
                        .path("error")
                        .path("errorCode")
                        .asText())
                .isEqualTo(code);
    }

    private static void assertValid(String schema, JsonNode answer) throws IOException {
        String text = Files.readString(SharedFiles.of("specs/mosip-ctk-schemas/sbi/0.9.5/" + schema + ".json"));
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V201909)
                        .getSchema(text)
                        .validate(answer))
                .isEmpty();
    }

    private static byte[] pixelsOf(byte[] record) {
        return ImageDecoder.decode(record, 500).pixels();
    }

    private static byte[] decrypted(JsonNode block, JsonNode payload, SigningIdentity domain) throws Exception {
        Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
        rsa.init(
                Cipher.DECRYPT_MODE,
                domain.key(),
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        byte[] sessionKey = rsa.doFinal(
                Base64.getUrlDecoder().decode(block.path("sessionKey").asText()));
        byte[] mixed = payload.path("timestamp").asText().getBytes(StandardCharsets.UTF_8);
        byte[] id = payload.path("transactionId").asText().getBytes(StandardCharsets.UTF_8);
        for (int i = 1; i <= id.length; i++) {
            mixed[mixed.length - i] ^= id[id.length - i];
        }
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(sessionKey, "AES"),
                new GCMParameterSpec(128, Arrays.copyOfRange(mixed, mixed.length - 12, mixed.length)));
        aes.updateAAD(Arrays.copyOfRange(mixed, mixed.length - 16, mixed.length));
        return aes.doFinal(
                Base64.getUrlDecoder().decode(payload.path("bioValue").asText()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

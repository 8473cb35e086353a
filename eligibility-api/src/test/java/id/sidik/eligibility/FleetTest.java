package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.bridge.BridgeProcess;
import id.sidik.bridge.emulator.ScannerEmulator;
import id.sidik.bridge.v1.BridgeServiceGrpc;
import id.sidik.bridge.v1.CheckRequest;
import id.sidik.bridge.v1.Guidance;
import id.sidik.bridge.v1.JourneyStep;
import id.sidik.eligibility.v1.EligibilityServiceGrpc;
import id.sidik.eligibility.v1.FleetServiceGrpc;
import id.sidik.eligibility.v1.GetAuditHeadRequest;
import id.sidik.eligibility.v1.ListBridgesRequest;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.wire.process.AppArguments;
import id.sidik.wire.process.RunFile;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.rpc.RpcError;
import id.sidik.wire.trust.BridgeIdentity;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TlsContexts;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate in one folder, a bridge that joins it in another: the console, real handshakes, a scanner on its serial line. No matcher runs. */
class FleetTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String SITI = "3174015708850003";
    private static final String FACILITY = "RSUD-01";

    @TempDir
    private Path folder;

    private Path gate;
    private Path box;
    private Appliance appliance;
    private final Console console = new Console();

    @BeforeEach
    void start() {
        gate = folder.resolve("gate");
        box = folder.resolve("box");
        appliance = Appliance.startWithoutMatcher(makeFolder(gate));
    }

    @AfterEach
    void stop() {
        appliance.close();
    }

    @Test
    void fromTheCodeToTheEnd() throws Exception {
        assertThat(join(invite())).as(console.said()).isZero();
        assertThat(console.said()).contains("of " + FACILITY).contains("takes captures of registered devices alone");
        String device = BridgeIdentity.load(box.resolve("trust"), CLOCK).name().deviceId();
        registerSiti();

        try (BridgeProcess bridge = DemoTest.bridge(box);
                ScannerEmulator scanner = DemoTest.scanner(box)) {
            assertThat(check(bridge, scanner, 1))
                    .as("its certificate and its device are believed; no matcher runs")
                    .isEqualTo("NOT_ENROLLED");

            assertThat(console.run(gate, "fleet", "list")).isZero();
            assertThat(console.said()).contains(device).contains(FACILITY).doesNotContain("revoked");
            waitUntilShown(device, "1 captures completed");
            assertThat(console.said()).contains("scanner      ZFM-20 READY").contains("profile      none holds");
            assertThat(console.run(gate, "fleet", "revoke", device))
                    .as(console.said())
                    .isZero();
            assertThat(reasonOf(channel -> {
                        var _ = EligibilityServiceGrpc.newBlockingStub(channel)
                                .checkEligibility(Appliance.check("check-revoked", SITI, Appliance.print(101, 1)));
                    }))
                    .isEqualTo("BRIDGE_REVOKED");
            Appliance.waitUntil(
                    "the bridge has heard it",
                    () -> pageOf(bridge, "health/ready").contains("\"standing\":\"TURNED_AWAY\""));
        }

        appliance.restartGate();
        assertThat(console.run(gate, "fleet", "show", device))
                .as(console.said())
                .isZero();
        assertThat(console.said()).as("the gate ended in order").contains("1 captures completed");
    }

    private void waitUntilShown(String device, String words) {
        Appliance.waitUntil(
                "fleet show says: " + words,
                () -> console.run(gate, "fleet", "show", device) == 0
                        && console.said().contains(words));
    }

    @Test
    void itRenewsItsCertificateWhileItRuns() throws Exception {
        assertThat(join(invite())).as(console.said()).isZero();
        TrustMaterial first = TrustMaterial.load(box.resolve("trust"), Role.BRIDGE, CLOCK);
        InstantSource whenItIsDue = () -> CLOCK.instant().plus(Duration.ofDays(64));

        try (BridgeProcess bridge = DemoTest.bridge(box, Map.of(), whenItIsDue)) {
            Appliance.waitUntil(
                    "the former certificate has ended",
                    () -> reasonOf(first, FleetTest::asksForTheHead).equals("CERTIFICATE_UNKNOWN"));
            TrustMaterial next = TrustMaterial.load(box.resolve("trust"), Role.BRIDGE, CLOCK);
            assertThat(reasonOf(next, FleetTest::asksForTheHead)).isEmpty();
            assertThat(shownBy(bridge))
                    .as("without a restart")
                    .isEqualTo(next.chain().getFirst());
            assertThat(next.chain().getFirst().getPublicKey())
                    .isNotEqualTo(first.chain().getFirst().getPublicKey());
            assertThat(console.run(gate, "fleet", "list")).isZero();
            assertThat(console.said()).contains(", seen ").contains("scanner ZFM-20 ABSENT");
        }
    }

    @Test
    void itTakesSignedSettingsAndStartsWithThem() throws Exception {
        assertThat(join(invite())).as(console.said()).isZero();
        Path settings = folder.resolve("settings.yaml");
        Files.writeString(settings, "bridge:\n  eligibility-address: evil.example:1\n");
        assertThat(console.run(gate, "fleet", "publish", settings.toString())).isEqualTo(2);
        assertThat(console.said()).contains("bridge.eligibility-address may not be set from afar");
        Files.writeString(settings, "bridge:\n  kiosk-mode: attended\n");
        assertThat(console.run(gate, "fleet", "publish", settings.toString()))
                .as(console.said())
                .isZero();

        try (BridgeProcess bridge = DemoTest.bridge(box)) {
            assertThat(bridge).isNotNull();
            waitUntilListed("profile 1 from its next start on");
            Files.writeString(settings, "bridge:\n  scanner-profile: no-such-scanner\n");
            assertThat(console.run(gate, "fleet", "publish", settings.toString(), "--facility=" + FACILITY))
                    .as(console.said())
                    .isZero();
            waitUntilListed("refused profile 2: ");
        }
        try (BridgeProcess bridge = DemoTest.bridge(box)) {
            assertThat(pageOf(bridge, "api/setting")).contains("attended");
            waitUntilListed("profile 1, refused profile 2");
        }
    }

    private static String pageOf(BridgeProcess bridge, String path) {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(
                            HttpRequest.newBuilder(URI.create("http://" + bridge.kioskAddress() + "/" + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void waitUntilListed(String words) {
        Appliance.waitUntil(
                "fleet list says: " + words,
                () -> console.run(gate, "fleet", "list") == 0 && console.said().contains(words));
    }

    @Test
    void itsCertificateOpensItsOwnFacilityAlone() throws Exception {
        assertThat(join(invite())).as(console.said()).isZero();

        assertThat(reasonOf(channel -> {
                    var _ = EligibilityServiceGrpc.newBlockingStub(channel)
                            .checkEligibility(Appliance.check("check-far", SITI, Appliance.print(101, 1)).toBuilder()
                                    .setFacilityId("RS-FAR")
                                    .build());
                }))
                .isEqualTo("SCOPE_NOT_ALLOWED");
        assertThat(reasonOf(channel -> {
                    var _ = FleetServiceGrpc.newBlockingStub(channel)
                            .listBridges(ListBridgesRequest.getDefaultInstance());
                }))
                .isEqualTo("ROLE_NOT_ALLOWED");
    }

    @Test
    void aCodeThatDoesNotServeSaysWhatHelps() throws Exception {
        String code = invite();
        String mistyped = (code.startsWith("7") ? "8" : "7") + code.substring(1);

        assertThat(join(mistyped)).isEqualTo(2);
        assertThat(console.said()).contains("mistyped").contains("officer's");
        assertThat(join(code)).as(console.said()).isZero();

        Path another = folder.resolve("another");
        assertThat(console.run(another, "fleet", "join", "--gate=" + door(), "--code=" + code))
                .isEqualTo(2);
        assertThat(console.said()).contains("CODE_USED").contains("ask an officer for a new one");
        assertThat(console.run(another, "fleet", "join", "--gate=127.0.0.1:1", "--code=" + invite()))
                .isEqualTo(3);
        assertThat(console.said()).contains("nobody takes new bridges at 127.0.0.1:1");
    }

    @Test
    void aCodeOfAnotherInstitutionGoesToNobodyElse() throws Exception {
        try (Appliance stranger = Appliance.startWithoutMatcher(makeFolder(folder.resolve("stranger")))) {
            assertThat(stranger).isNotNull();
            assertThat(console.run(folder.resolve("stranger"), "fleet", "invite", "--facility=" + FACILITY, "--json"))
                    .isZero();
            assertThat(join(codeIn(console.said()))).isEqualTo(3);
            assertThat(console.said()).contains("is not the gate that the code was made at");
        }
    }

    @Test
    void aBoxThatRanAloneJoinsAndStartsWithTheSameSettings() throws Exception {
        Path packaged = Path.of("..", "device-bridge", "src", "packaging", "bridge.yaml");
        Files.createDirectories(box);
        Files.copy(packaged, box.resolve("bridge.yaml"));
        try (BridgeProcess alone = bridgeAsInstalled()) {
            assertThat(alone).isNotNull();
        }
        registerSiti();

        assertThat(join(invite())).as(console.said()).isZero();
        assertThat(console.said())
                .contains("the authority that it had of its own lies in " + box.resolve("trust.until-"));
        try (BridgeProcess bridge = bridgeAsInstalled();
                ScannerEmulator scanner = DemoTest.scanner(box)) {
            assertThat(check(bridge, scanner, 1)).isEqualTo("NOT_ENROLLED");
        }
    }

    private BridgeProcess bridgeAsInstalled() throws IOException {
        AppArguments arguments = new AppArguments(box, Optional.empty(), Optional.of(box.resolve("bridge.yaml")));
        Map<String, String> environment = Map.of(
                "SIDIK_BRIDGE_LISTEN", "127.0.0.1:0",
                "SIDIK_BRIDGE_KIOSK_LISTEN", "127.0.0.1:0",
                "SIDIK_BRIDGE_SCANNER_PROFILE", "zfm-20");
        return BridgeProcess.start(arguments, environment, CLOCK);
    }

    @Test
    void aBoxThatAGateLivesOnDoesNotJoin() {
        assertThat(console.run(gate, "fleet", "join", "--gate=" + door(), "--code=" + invite()))
                .isEqualTo(2);
        assertThat(console.said()).contains("a matcher or a gate of this box; join in an empty folder");
    }

    private String invite() {
        assertThat(console.run(gate, "fleet", "invite", "--facility=" + FACILITY, "--json"))
                .as(console.said())
                .isZero();
        return codeIn(console.said());
    }

    private static String codeIn(String json) {
        return json.replaceAll("(?s).*\"code\":\"([^\"]+)\".*", "$1");
    }

    private int join(String code) {
        return console.run(box, "fleet", "join", "--gate=" + door(), "--code=" + code);
    }

    private String door() {
        return Objects.requireNonNull(
                RunFile.read(gate, "eligibility").orElseThrow().get("door"));
    }

    /** What a call with the joined bridge's own certificate is refused with. */
    private String reasonOf(Consumer<ManagedChannel> call) {
        return reasonOf(TrustMaterial.load(box.resolve("trust"), Role.BRIDGE, CLOCK), call);
    }

    private String reasonOf(TrustMaterial own, Consumer<ManagedChannel> call) {
        ManagedChannel channel = Channels.open(appliance.address(), own, Role.ELIGIBILITY, PATIENCE);
        try {
            call.accept(channel);
            return "";
        } catch (StatusRuntimeException refused) {
            return RpcError.reasonOf(refused).orElse(refused.getStatus().toString());
        } finally {
            channel.shutdownNow();
        }
    }

    private static void asksForTheHead(ManagedChannel channel) {
        var _ = EligibilityServiceGrpc.newBlockingStub(channel).getAuditHead(GetAuditHeadRequest.getDefaultInstance());
    }

    /** The certificate that a handshake of now gets. */
    private Certificate shownBy(BridgeProcess bridge) throws IOException {
        SSLContext operator = TlsContexts.jdkClient(appliance.material(Role.OPERATOR), Role.BRIDGE);
        try (SSLSocket socket = (SSLSocket) operator.getSocketFactory()
                .createSocket(bridge.address().host(), bridge.address().port())) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setProtocols(new String[] {TlsContexts.PROTOCOL});
            parameters.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(parameters);
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    private void registerSiti() throws IOException {
        Path members = folder.resolve("members.csv");
        Files.writeString(members, "nid,full_name,segment,programmes\n" + SITI + ",Siti Rahayu,informal,JKN\n");
        assertThat(console.run(gate, "import", "members", members.toString()))
                .as(console.said())
                .isZero();
    }

    /** The cause of what the gate answers; an operator of the institution asks the bridge, with the certificate of the gate's box. */
    private String check(BridgeProcess bridge, ScannerEmulator scanner, int capture) {
        ManagedChannel channel =
                Channels.open(bridge.address(), appliance.material(Role.OPERATOR), Role.BRIDGE, PATIENCE);
        try {
            Iterator<JourneyStep> steps = BridgeServiceGrpc.newBlockingStub(channel)
                    .check(CheckRequest.newBuilder()
                            .setIdempotencyKey("capture-" + capture)
                            .setNid(SITI)
                            .setPurpose(Purpose.HOSPITAL_ADMISSION)
                            .setFinger(FingerPosition.RIGHT_INDEX)
                            .build());
            JourneyStep last = JourneyStep.getDefaultInstance();
            while (steps.hasNext()) {
                last = steps.next();
                if (last.getPrompt().getGuidance() == Guidance.PLACE_FINGER) {
                    scanner.layFinger(SyntheticFinger.of(7_600 + capture).impression(1));
                }
            }
            return last.getDecision().getUndetermined().getCause();
        } finally {
            scanner.liftFinger();
            channel.shutdownNow();
        }
    }

    private static Path makeFolder(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

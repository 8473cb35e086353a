package id.sidik.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.biometrics.v1.CaptureSeal;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.bridge.emulator.ScannerEmulator;
import id.sidik.bridge.emulator.SensorFault;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.v1.BridgeHealth;
import id.sidik.bridge.v1.BridgeServiceGrpc;
import id.sidik.bridge.v1.BridgeServiceGrpc.BridgeServiceBlockingStub;
import id.sidik.bridge.v1.CheckRequest;
import id.sidik.bridge.v1.DeviceKey;
import id.sidik.bridge.v1.GetDeviceKeyRequest;
import id.sidik.bridge.v1.GetHealthRequest;
import id.sidik.bridge.v1.GetScannerStatusRequest;
import id.sidik.bridge.v1.JourneyStep;
import id.sidik.bridge.v1.RegisterRequest;
import id.sidik.bridge.v1.RotateDeviceKeyRequest;
import id.sidik.bridge.v1.ScannerState;
import id.sidik.eligibility.v1.CaptureFault;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.RegisterMemberRequest;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.wire.config.ConfigException;
import id.sidik.wire.device.CaptureStatement;
import id.sidik.wire.device.SuccessionStatement;
import id.sidik.wire.process.AppArguments;
import id.sidik.wire.proof.Ed25519;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.rpc.RpcError;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole bridge on a pseudo-terminal, in front of a gate of the test's own. */
class BridgeProcessTest {
    private static final CheckRequest CHECK = CheckRequest.newBuilder()
            .setIdempotencyKey("capture-1")
            .setNid(TestCounter.NID)
            .setPurpose(Purpose.HOSPITAL_ADMISSION)
            .setFinger(FingerPosition.RIGHT_INDEX)
            .build();

    @TempDir
    Path data;

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "SIDIK_BRIDGE_LISTEN", "127.0.0.1:0",
            "SIDIK_BRIDGE_KIOSK_LISTEN", "127.0.0.1:0",
            "SIDIK_BRIDGE_GATE_DEADLINE", "PT1M"));
    private final List<ManagedChannel> channels = new ArrayList<>();
    private final List<AutoCloseable> running = new ArrayList<>();
    private FakeGate gate;
    private ScannerEmulator scanner;
    private int nextImpression;

    @BeforeEach
    void open() throws IOException {
        gate = FakeGate.start(data);
        scanner = new ScannerEmulator(
                data.resolve("run").resolve("virtual-scanner"), ScannerProfile.ZFM_20, 0, new SplittableRandom(1));
        scanner.plug();
    }

    @AfterEach
    void close() throws Exception {
        channels.forEach(ManagedChannel::shutdownNow);
        for (AutoCloseable process : running) {
            process.close();
        }
        scanner.close();
        gate.close();
    }

    @Test
    void carriesTheImageOnTheGlassToTheGate() throws IOException {
        List<JourneyStep> steps = stepsOf(start().check(CHECK));

        assertThat(steps)
                .anySatisfy(step ->
                        assertThat(step.getTransfer().getReceivedBytes()).isPositive());
        assertThat(steps.getLast().hasDecision()).isTrue();
        assertThat(gate.checks).singleElement().satisfies(question -> {
            assertThat(question.getIdempotencyKey()).isEqualTo("capture-1");
            assertThat(question.getCaptureFault()).isEqualTo(CaptureFault.CAPTURE_FAULT_UNSPECIFIED);
            assertThat(question.getSamplesList()).singleElement().satisfies(sample -> {
                assertThat(sample.getFinger()).isEqualTo(FingerPosition.RIGHT_INDEX);
                assertThat(sample.getRaw().getPixels().size()).isEqualTo(256 * 288);
                assertThat(sample.getRaw().getDpi()).isEqualTo(500);
            });
        });
    }

    @Test
    void letsNoImageOutWhereTemplatesAreSent() throws IOException {
        settings.put("SIDIK_BRIDGE_SEND", "template");

        stepsOf(start().check(CHECK));

        assertThat(gate.checks.getFirst().getSamplesList()).singleElement().satisfies(sample -> {
            assertThat(sample.hasRaw()).isFalse();
            assertThat(sample.getTemplate().getContent().isEmpty()).isFalse();
        });
    }

    @Test
    void tellsTheGateThatTheScannerWasUnpluggedInMidImage() throws IOException {
        scanner.fault(SensorFault.UNPLUG_IN_MID_IMAGE);

        stepsOf(start().check(CHECK));

        assertThat(gate.checks.getFirst().getCaptureFault()).isEqualTo(CaptureFault.SCANNER_UNPLUGGED);
        assertThat(gate.checks.getFirst().getSamplesList()).isEmpty();
    }

    @Test
    void registersEveryImpressionThatWasAskedFor() throws IOException {
        RegisterRequest registration = RegisterRequest.newBuilder()
                .setIdempotencyKey("capture-2")
                .setNid(TestCounter.NID)
                .setFullName("Budi Santoso")
                .addFingers(FingerPosition.RIGHT_INDEX)
                .addFingers(FingerPosition.LEFT_INDEX)
                .setImpressionsPerFinger(2)
                .setBiometricConsent(true)
                .build();

        BridgeServiceBlockingStub bridge = start();
        List<JourneyStep> steps = stepsOf(bridge.register(registration));

        assertThat(steps.getLast().getRegistration().hasRegistered()).isTrue();
        assertThat(gate.registrations.getFirst().getSamplesList())
                .extracting(sample -> sample.getFinger())
                .containsExactly(
                        FingerPosition.RIGHT_INDEX,
                        FingerPosition.RIGHT_INDEX,
                        FingerPosition.LEFT_INDEX,
                        FingerPosition.LEFT_INDEX);
        RegisterMemberRequest sent = gate.registrations.getFirst();
        CaptureSeal seal = sent.getCaptureSeal();
        assertThat(sent.getFacilityId()).isEqualTo("counter-1");
        assertThat(seal.getTransaction()).isEqualTo("capture-2");
        assertThat(seal.getDpi()).isEqualTo(500);
        assertThat(Ed25519.verifies(
                        Ed25519.fromPem(bridge.getDeviceKey(GetDeviceKeyRequest.getDefaultInstance())
                                .getKey()
                                .getPublicKeyPem()),
                        CaptureStatement.of(seal, TestCounter.NID, sent.getSamplesList(), ""),
                        seal.getSignature().toByteArray()))
                .isTrue();
    }

    @Test
    void signsWithTheKeyThatItShowsAndRotatesItOnce() throws IOException {
        BridgeServiceBlockingStub bridge = start();
        DeviceKey former =
                bridge.getDeviceKey(GetDeviceKeyRequest.getDefaultInstance()).getKey();
        RotateDeviceKeyRequest rotation =
                RotateDeviceKeyRequest.newBuilder().setKeyId(former.getKeyId()).build();

        DeviceKey next = bridge.rotateDeviceKey(rotation).getKey();
        stepsOf(bridge.check(CHECK));

        assertThat(bridge.rotateDeviceKey(rotation).getKey()).isEqualTo(next);
        CheckEligibilityRequest question = gate.checks.getFirst();
        CaptureSeal seal = question.getCaptureSeal();
        assertThat(seal.getKeyId()).isEqualTo(next.getKeyId());
        assertThat(seal.getDpi()).isEqualTo(500);
        assertThat(Ed25519.verifies(
                        SuccessionStatement.nextKey(
                                former.getDeviceId(), Ed25519.fromPem(former.getPublicKeyPem()), seal.getSuccession()),
                        CaptureStatement.of(seal, TestCounter.NID, question.getSamplesList(), ""),
                        seal.getSignature().toByteArray()))
                .isTrue();
        assertThatThrownBy(() -> bridge.rotateDeviceKey(
                        rotation.toBuilder().setKeyId("0011223344556677").build()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refused -> assertThat(RpcError.reasonOf(refused)).contains("DEVICE_KEY_CHANGED"));
    }

    @Test
    void saysWhichScannerIsThereAndWhetherItIs() throws IOException {
        BridgeServiceBlockingStub bridge = start();

        assertThat(bridge.getScannerStatus(GetScannerStatusRequest.getDefaultInstance()))
                .satisfies(status -> {
                    assertThat(status.getState()).isEqualTo(ScannerState.READY);
                    assertThat(status.getModel()).isEqualTo("ZFM-20");
                });
        scanner.unplug();
        assertThat(bridge.getScannerStatus(GetScannerStatusRequest.getDefaultInstance()))
                .satisfies(status -> {
                    assertThat(status.getState()).isEqualTo(ScannerState.ABSENT);
                    assertThat(status.getAdviceMap()).containsOnlyKeys("id", "en");
                });
    }

    @Test
    void saysHowItsScannerDid() throws IOException {
        BridgeServiceBlockingStub bridge = start();
        stepsOf(bridge.check(CHECK));

        BridgeHealth health =
                bridge.getHealth(GetHealthRequest.getDefaultInstance()).getHealth();

        assertThat(health.getGateServes()).isTrue();
        assertThat(health.getCertificateExpiresAt().getSeconds())
                .isGreaterThan(health.getAt().getSeconds());
        assertThat(health.getScannersList()).singleElement().satisfies(scanner -> {
            assertThat(scanner.getModel()).isEqualTo("ZFM-20");
            assertThat(scanner.hasFault()).isFalse();
            assertThat(scanner.getCapturesMap()).containsOnly(Map.entry("COMPLETED", 1L));
            assertThat(scanner.getRecentQualityList()).isNotEmpty();
        });
    }

    @Test
    void servesOperatorsOnly() throws IOException {
        start();

        for (Role role : new Role[] {Role.BRIDGE, Role.ELIGIBILITY, Role.MATCHER, Role.AUDITOR}) {
            assertThatThrownBy(() -> stepsOf(bridgeAs(role).check(CHECK)))
                    .satisfies(refusal -> assertThat(RpcError.reasonOf(refusal)).contains("ROLE_NOT_ALLOWED"));
        }
        assertThat(gate.checks).isEmpty();
    }

    @Test
    void refusesAKeyThatIsNone() throws IOException {
        BridgeServiceBlockingStub bridge = start();

        assertThatThrownBy(() -> stepsOf(
                        bridge.check(CHECK.toBuilder().setIdempotencyKey("?").build())))
                .satisfies(refusal -> assertThat(RpcError.reasonOf(refusal)).contains("IDEMPOTENCY_KEY_INVALID"));
        assertThatThrownBy(
                        () -> stepsOf(bridge.check(CHECK.toBuilder().setNid("1").build())))
                .satisfies(refusal -> assertThat(RpcError.reasonOf(refusal)).contains("NID_INVALID"));
    }

    @Test
    void doesNotStartOnSettingsThatMeanNothing() {
        settings.put("SIDIK_BRIDGE_SEND", "fax");
        assertThatThrownBy(this::start).isInstanceOf(ConfigException.class).hasMessageContaining("bridge.send");
        settings.put("SIDIK_BRIDGE_SEND", "image");
        settings.put("SIDIK_BRIDGE_SCANNER_PROFILE", "../secret");
        assertThatThrownBy(this::start).isInstanceOf(ConfigException.class).hasMessageContaining("scanner-profile");
        settings.put("SIDIK_BRIDGE_SCANNER_PROFILE", "no-such-model");
        assertThatThrownBy(this::start).isInstanceOf(ConfigException.class).hasMessageContaining("no-such-model");
    }

    private BridgeServiceBlockingStub start() throws IOException {
        running.add(BridgeProcess.start(
                new AppArguments(data, Optional.empty(), Optional.empty()), settings, InstantSource.system()));
        return bridgeAs(Role.OPERATOR);
    }

    private BridgeServiceBlockingStub bridgeAs(Role role) {
        BridgeProcess bridge = (BridgeProcess) running.getFirst();
        ManagedChannel channel = Channels.open(
                bridge.address(),
                TrustMaterial.load(data.resolve("trust"), role, InstantSource.system()),
                Role.BRIDGE,
                Duration.ofMinutes(5));
        channels.add(channel);
        return BridgeServiceGrpc.newBlockingStub(channel);
    }

    private static SyntheticFinger fingerOf(FingerPosition position) {
        return SyntheticFinger.of(7_401 + position.getNumber());
    }

    /** Follows a journey and does what the screen says, with a new impression each time. */
    private List<JourneyStep> stepsOf(Iterator<JourneyStep> journey) {
        List<JourneyStep> steps = new ArrayList<>();
        journey.forEachRemaining(step -> {
            steps.add(step);
            switch (step.getPrompt().getGuidance()) {
                case LIFT_FINGER -> scanner.liftFinger();
                case PLACE_FINGER, SAME_FINGER_AGAIN ->
                    scanner.layFinger(fingerOf(step.getPrompt().getFinger()).impression(nextImpression++));
                default -> {}
            }
        });
        return steps;
    }
}

package id.sidik.benchmarks.bridgestart;

import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.bridge.emulator.ScannerEmulator;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.v1.BridgeServiceGrpc;
import id.sidik.bridge.v1.CheckRequest;
import id.sidik.bridge.v1.JourneyStep;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.rpc.RoleTable;
import id.sidik.wire.rpc.RpcServer;
import id.sidik.wire.trust.LocalAuthority;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What a bridge finds around it on a normal morning: keys of an earlier start, an emulated scanner at full speed, and a gate that is
 * there. The gate answers no check, so each capture ends as one without a network does.
 */
final class Surroundings implements AutoCloseable {
    private static final String NID = "3174011708850003";
    private static final int GATE_REQUEST_BYTES_MAX = 1 << 20;
    private static final Duration CHECK_MAX = Duration.ofMinutes(1);

    private final Path data;
    private final RpcServer gate;
    private final ScannerEmulator scanner;
    private final List<FingerImage> fingers;
    private int checks;

    private Surroundings(Path data, RpcServer gate, ScannerEmulator scanner, List<FingerImage> fingers) {
        this.data = data;
        this.gate = gate;
        this.scanner = scanner;
        this.fingers = fingers;
    }

    static Surroundings in(Path data, int fingers) throws IOException {
        Path trust = data.resolve("trust");
        LocalAuthority.establish(trust, InstantSource.system());
        RpcServer gate = RpcServer.start(
                new HostPort("127.0.0.1", 0),
                TrustMaterial.load(trust, Role.ELIGIBILITY, InstantSource.system()),
                RoleTable.builder().build(),
                GATE_REQUEST_BYTES_MAX,
                List.of());
        gate.serving(true);
        Path run = Files.createDirectories(data.resolve("run"));
        ScannerEmulator scanner =
                new ScannerEmulator(run.resolve("virtual-scanner"), ScannerProfile.ZFM_20, 0, new SplittableRandom(1));
        scanner.plug();
        return new Surroundings(
                data,
                gate,
                scanner,
                IntStream.rangeClosed(1, fingers)
                        .mapToObj(number -> SyntheticFinger.of(number).impression(1))
                        .toList());
    }

    /** What the bridge is told of them. */
    Map<String, String> settings() {
        return Map.of(
                "SIDIK_BRIDGE_LISTEN", "127.0.0.1:0",
                "SIDIK_BRIDGE_KIOSK_LISTEN", "127.0.0.1:0",
                "SIDIK_BRIDGE_ELIGIBILITY_ADDRESS", gate.address().toString());
    }

    /** One check with each finger. */
    void captureAll(HostPort bridge) {
        ManagedChannel channel = Channels.open(
                bridge,
                TrustMaterial.load(data.resolve("trust"), Role.OPERATOR, InstantSource.system()),
                Role.BRIDGE,
                CHECK_MAX);
        try {
            for (FingerImage finger : fingers) {
                checks++;
                BridgeServiceGrpc.newBlockingStub(channel)
                        .check(CheckRequest.newBuilder()
                                .setIdempotencyKey("bridge-start-" + checks)
                                .setNid(NID)
                                .setPurpose(Purpose.HOSPITAL_ADMISSION)
                                .setFinger(FingerPosition.RIGHT_INDEX)
                                .build())
                        .forEachRemaining(step -> follow(step, finger));
                scanner.liftFinger();
            }
        } finally {
            channel.shutdownNow();
        }
    }

    private void follow(JourneyStep step, FingerImage finger) {
        switch (step.getPrompt().getGuidance()) {
            case LIFT_FINGER -> scanner.liftFinger();
            case PLACE_FINGER, TRY_AGAIN -> scanner.layFinger(finger);
            default -> {}
        }
    }

    @Override
    public void close() {
        scanner.close();
        gate.close();
    }
}

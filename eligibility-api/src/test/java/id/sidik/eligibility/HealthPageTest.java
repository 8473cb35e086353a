package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.bridge.BridgeProcess;
import id.sidik.bridge.emulator.ScannerEmulator;
import id.sidik.bridge.emulator.SensorFault;
import id.sidik.bridge.v1.BridgeServiceGrpc;
import id.sidik.bridge.v1.BridgeServiceGrpc.BridgeServiceBlockingStub;
import id.sidik.bridge.v1.CheckRequest;
import id.sidik.bridge.v1.JourneyStep;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.wire.process.AppArguments;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.ManagedChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a technician reads: a real browser, a bridge whose gate is away, a scanner that is sometimes at fault. */
class HealthPageTest {
    private static final String NID = "3174011708850003";
    private static final Path PICTURES = Path.of("target", "health-page");

    @TempDir
    Path data;

    private Browser browser;
    private BridgeProcess bridge;
    private ScannerEmulator scanner;
    private ManagedChannel channel;
    private int captures;

    @BeforeEach
    void open() throws Exception {
        browser = Browser.start();
        bridge = BridgeProcess.start(
                new AppArguments(data, Optional.empty(), Optional.empty()),
                Map.of("SIDIK_BRIDGE_LISTEN", "127.0.0.1:0", "SIDIK_BRIDGE_KIOSK_LISTEN", "127.0.0.1:0"),
                InstantSource.system());
        scanner = DemoTest.scanner(data);
        channel = Channels.open(
                bridge.address(),
                TrustMaterial.load(data.resolve("trust"), Role.OPERATOR, InstantSource.system()),
                Role.BRIDGE,
                Duration.ofMinutes(2));
    }

    @AfterEach
    void close() throws Exception {
        channel.shutdownNow();
        bridge.close();
        scanner.close();
        browser.close();
    }

    @Test
    void saysWhatTheScannerDidWhatIsWrongAndWhatHelps() throws Exception {
        for (int finger = 0; finger < 3; finger++) {
            capture();
        }
        scanner.fault(SensorFault.PACKET_DAMAGED);
        capture();
        scanner.fault(SensorFault.NONE);
        capture();
        browser.open("http://" + bridge.kioskAddress() + "/health.html");
        browser.await("#scanner-0");

        browser.photograph(PICTURES.resolve("usable-id.png"));
        assertThat(browser.text("#verdict")).isEqualTo("Pusat layanan tidak menjawab. Pemindai baik.");
        assertThat(browser.text("#scanners"))
                .contains("ZFM-20", "Dapat dipakai", "Gangguan terakhir: gambar rusak")
                .contains("Angkat jari, lalu coba sekali lagi.");
        assertThat(browser.text("#bridge")).contains("pusat layanan tidak menjawab", "0 menunggu");
        assertThat(browser.script("return document.querySelectorAll('.trend rect').length")
                        .getAsInt())
                .isGreaterThanOrEqualTo(4);
        assertThat(browser.text("body")).doesNotContain(NID);
        browser.assertAccessible();

        scanner.unplug();
        browser.awaitText(".state", "Tidak dapat dipakai");
        browser.click("[lang=en]");
        browser.photograph(PICTURES.resolve("unplugged-en.png"));
        assertThat(browser.text("#verdict")).isEqualTo("Neither the scanner nor the gate can be reached.");
        assertThat(browser.text(".advice")).contains("Plug it in");
        assertThat(browser.script("return document.documentElement.lang").getAsString())
                .isEqualTo("en");
        browser.assertAccessible();

        scanner.plug();
        browser.awaitText(".state", "Can be used");
        browser.awaitText(".columns dl dd:nth-of-type(2)", "1"); // it came back once
    }

    /** A check with another finger each time; the gate is away, so it ends without an answer, and the scanner has worked. */
    private void capture() {
        captures++;
        BridgeServiceBlockingStub operator = BridgeServiceGrpc.newBlockingStub(channel);
        operator.check(CheckRequest.newBuilder()
                        .setIdempotencyKey("health-page-" + captures)
                        .setNid(NID)
                        .setPurpose(Purpose.HOSPITAL_ADMISSION)
                        .setFinger(FingerPosition.RIGHT_INDEX)
                        .build())
                .forEachRemaining(this::follow);
    }

    private void follow(JourneyStep step) {
        switch (step.getPrompt().getGuidance()) {
            case LIFT_FINGER -> scanner.liftFinger();
            case PLACE_FINGER, TRY_AGAIN ->
                scanner.layFinger(SyntheticFinger.of(7_400 + captures).impression(captures));
            default -> {}
        }
    }
}

package id.sidik.bridge.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.link.SerialLink;
import id.sidik.bridge.scanner.Detection;
import id.sidik.bridge.scanner.Detection.FingerPresent;
import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.ImageTransfer.Received;
import id.sidik.bridge.scanner.Readiness.Ready;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.scanner.ScannerProtocol;
import id.sidik.bridge.scanner.SerialScanner;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.synthesis.SyntheticFinger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole way of an image for each protocol: emulator, pseudo-terminal, jSerialComm, driver. */
@Timeout(120)
class EveryFamilyTest {
    private static final FingerImage FINGER = SyntheticFinger.of(31).impression(1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void deliversEveryPixelAndSurvivesAnUnplugInMidImage(ScannerProtocol protocol) throws IOException {
        ScannerProfile profile = ProtocolProfiles.of(protocol);
        Path port = folder.resolve("scanner");
        try (ScannerEmulator emulator = new ScannerEmulator(port, profile, 0, new SplittableRandom(7));
                SerialScanner scanner = new SerialScanner(new SerialLink(folder.resolve("native")), port, profile)) {
            emulator.plug();
            emulator.layFinger(FINGER);
            assertWhole(scanner, profile);
            assertThat(emulator.pixelsOf(FINGER)).isEqualTo(Expected.pixels(FINGER, profile));

            emulator.fault(SensorFault.UNPLUG_IN_MID_IMAGE);
            assertThat(capture(scanner))
                    .isInstanceOfSatisfying(
                            DeviceFault.class,
                            fault -> assertThat(fault.isUnplugged()).isTrue());

            emulator.plug();
            assertWhole(scanner, profile);
        }
    }

    /** A terminal knows the baud that its user has set, so the emulator is deaf at any other. */
    @ParameterizedTest
    @EnumSource
    void isFoundAtAnotherBaud(ScannerProtocol protocol) throws IOException {
        ScannerProfile profile = ProtocolProfiles.of(protocol).withTimeouts(Duration.ZERO, Duration.ofMillis(400));
        Path port = folder.resolve("scanner");
        try (ScannerEmulator emulator = new ScannerEmulator(port, profile, 0, new SplittableRandom(7));
                SerialScanner scanner = new SerialScanner(new SerialLink(folder.resolve("native")), port, profile)) {
            emulator.plug();
            emulator.fault(SensorFault.BAUD_CHANGED);

            assertThat(scanner.readiness(soon())).isInstanceOf(Ready.class);
        }
    }

    private static void assertWhole(SerialScanner scanner, ScannerProfile profile) {
        assertThat(scanner.detectFinger(soon())).isEqualTo(new FingerPresent());
        assertThat(scanner.transferImage(soon(), (_, _) -> {}))
                .isInstanceOfSatisfying(
                        Received.class,
                        received -> assertThat(received.image().pixels()).isEqualTo(Expected.pixels(FINGER, profile)));
    }

    /** An F5 module sends its image right after its answer to a look, so the look may be what finds the plug pulled. */
    private static Object capture(SerialScanner scanner) {
        Detection seen = scanner.detectFinger(soon());
        return seen instanceof FingerPresent ? scanner.transferImage(soon(), (_, _) -> {}) : seen;
    }

    private static Deadline soon() {
        return Deadline.after(Duration.ofSeconds(60), System::nanoTime);
    }
}

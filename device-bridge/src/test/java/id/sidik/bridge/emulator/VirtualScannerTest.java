package id.sidik.bridge.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.link.SerialLink;
import id.sidik.bridge.scanner.Detection.FingerPresent;
import id.sidik.bridge.scanner.Ef01Scanner;
import id.sidik.bridge.scanner.ImageTransfer;
import id.sidik.bridge.scanner.ImageTransfer.Received;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.synthesis.SyntheticFinger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way of an image: virtual scanner, pseudo-terminal, jSerialComm, frames, driver. */
@Timeout(60)
class VirtualScannerTest {
    private static final ScannerProfile PROFILE =
            ScannerProfile.ZFM_20.withTimeouts(Duration.ZERO, Duration.ofMillis(400));
    private static final FingerImage FINGER = SyntheticFinger.of(11).impression(1);

    @TempDir
    private Path folder;

    private Ef01Emulator emulator;
    private Ef01Scanner scanner;

    @BeforeEach
    void plugIn() throws IOException {
        Path port = folder.resolve("virtual-scanner");
        emulator = new Ef01Emulator(port, PROFILE, 0, new SplittableRandom(5));
        emulator.plug();
        scanner = new Ef01Scanner(new SerialLink(folder.resolve("native")), port, PROFILE);
    }

    @AfterEach
    void unplug() {
        scanner.close();
        emulator.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void deliversEveryPixelAtEveryPacketSize(int packetSizeCode) {
        emulator.packetSizeCode(packetSizeCode);
        emulator.layFinger(FINGER);

        assertThat(capture())
                .isInstanceOfSatisfying(
                        Received.class,
                        received -> assertThat(received.image().pixels()).isEqualTo(quantised(FINGER)));
    }

    private static byte[] quantised(FingerImage image) {
        byte[] pixels = image.pixels();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (((pixels[i] & 0xFF) + 8) / 17 * 17);
        }
        return pixels;
    }

    private ImageTransfer capture() {
        assertThat(scanner.detectFinger(soon())).isEqualTo(new FingerPresent());
        return scanner.transferImage(soon(), (_, _) -> {});
    }

    private static Deadline soon() {
        return Deadline.after(Duration.ofSeconds(20), System::nanoTime);
    }
}

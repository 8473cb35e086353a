package id.sidik.bridge.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.link.SerialLink;
import id.sidik.bridge.scanner.Detection;
import id.sidik.bridge.scanner.Detection.FingerPresent;
import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.DeviceFault.Kind;
import id.sidik.bridge.scanner.ImageTransfer;
import id.sidik.bridge.scanner.ImageTransfer.Received;
import id.sidik.bridge.scanner.Readiness;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.scanner.SerialScanner;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.synthesis.SyntheticFinger;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way of an image: virtual scanner, pseudo-terminal, jSerialComm, frames, driver. */
@Timeout(60)
class VirtualScannerTest {
    private static final ScannerProfile PROFILE =
            ScannerProfile.ZFM_20.withTimeouts(Duration.ZERO, ScannerProfile.ZFM_20.commandTimeout());
    private static final FingerImage FINGER = SyntheticFinger.of(11).impression(1);

    @TempDir
    private Path folder;

    private ScannerEmulator emulator;
    private SerialScanner scanner;

    @BeforeEach
    void plugIn() throws IOException {
        Path port = folder.resolve("virtual-scanner");
        emulator = new ScannerEmulator(port, PROFILE, 0, new SplittableRandom(5));
        emulator.plug();
        scanner = new SerialScanner(new SerialLink(folder.resolve("native")), port, PROFILE);
    }

    @AfterEach
    void unplug() {
        scanner.close();
        emulator.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 64, 128, 256})
    void deliversEveryPixelAtEveryPacketSize(int packetBytes) throws IOException {
        scanner.close();
        scanner = new SerialScanner(
                new SerialLink(folder.resolve("native")),
                folder.resolve("virtual-scanner"),
                PROFILE.withPacketBytes(packetBytes));
        emulator.layFinger(FINGER);

        assertThat(capture())
                .isInstanceOfSatisfying(
                        Received.class,
                        received -> assertThat(received.image().pixels()).isEqualTo(quantised(FINGER)));
    }

    /** Its driver is told of 4 bits a pixel. */
    @Test
    void deliversTheFullGreyOfAModuleThatSendsEightBits() throws IOException {
        emulator.close();
        emulator = new ScannerEmulator(
                folder.resolve("virtual-scanner"), PROFILE.withBitsPerPixel(8), 0, new SplittableRandom(5));
        emulator.plug();
        emulator.layFinger(FINGER);

        assertThat(capture())
                .isInstanceOfSatisfying(
                        Received.class,
                        received -> assertThat(received.image().pixels()).isEqualTo(FINGER.pixels()));
    }

    @ParameterizedTest
    @CsvSource({
        "PACKET_DAMAGED, IMAGE_DAMAGED",
        "PACKET_LOST, IMAGE_SIZE_WRONG",
        "IMAGE_TRUNCATED, IMAGE_SIZE_WRONG",
        "IMAGE_ENDS_EARLY, IMAGE_SIZE_WRONG",
        "IMAGE_REFUSED, REFUSED",
        "SILENCE, NOT_ANSWERING",
        "ADDRESS_CHANGED, WRONG_ADDRESS",
        "PASSWORD_CHANGED, WRONG_PASSWORD",
        "UNPLUG_IN_MID_IMAGE, UNPLUGGED"
    })
    void namesTheFaultOfATransferAndWorksAgainOnAnotherTerminal(SensorFault fault, Kind expected) throws IOException {
        emulator.layFinger(FINGER);
        assertThat(scanner.detectFinger(soon())).isEqualTo(new FingerPresent());

        emulator.fault(fault);
        assertThat(scanner.transferImage(soon(), (_, _) -> {}))
                .isInstanceOfSatisfying(
                        DeviceFault.class, found -> assertThat(found.kind()).isEqualTo(expected));

        emulator.fault(SensorFault.NONE);
        replugElsewhere();
        assertThat(capture()).isInstanceOf(Received.class);
    }

    @ParameterizedTest
    @CsvSource({
        "SILENCE, NOT_ANSWERING",
        "ANSWERS_DAMAGED, GARBLED",
        "ADDRESS_CHANGED, WRONG_ADDRESS",
        "PASSWORD_CHANGED, WRONG_PASSWORD"
    })
    void namesTheFaultOfAHandshake(SensorFault fault, Kind expected) {
        emulator.fault(fault);

        assertThat(scanner.readiness(soon()))
                .isInstanceOfSatisfying(
                        DeviceFault.class, found -> assertThat(found.kind()).isEqualTo(expected));

        emulator.fault(SensorFault.NONE);
        assertThat(scanner.readiness(soon())).isEqualTo(new Readiness.Ready("ZFM-20", 256, 288, 500));
    }

    @Test
    void believesAWholeImageWhoseAcknowledgementWasDamaged() {
        emulator.layFinger(FINGER);
        assertThat(scanner.detectFinger(soon())).isEqualTo(new FingerPresent());

        emulator.fault(SensorFault.ANSWERS_DAMAGED);

        assertThat(scanner.transferImage(soon(), (_, _) -> {})).isInstanceOf(Received.class);
    }

    @Test
    void looksPastStrayBytes() {
        emulator.fault(SensorFault.STRAY_BYTES);
        emulator.layFinger(FINGER);

        assertThat(capture()).isInstanceOf(Received.class);
    }

    @Test
    void tellsAnEmptyGlassFromASmudgeFromAFinger() {
        assertThat(scanner.detectFinger(soon())).isEqualTo(new Detection.NoFinger());

        emulator.layFinger(FINGER);
        emulator.seeNothingFor(2);
        assertThat(scanner.detectFinger(soon())).isEqualTo(new Detection.NoFinger());
        assertThat(scanner.detectFinger(soon())).isEqualTo(new Detection.NoFinger());
        assertThat(scanner.detectFinger(soon())).isEqualTo(new Detection.FingerPresent());

        emulator.fault(SensorFault.POOR_IMPRESSION);
        assertThat(scanner.detectFinger(soon())).isEqualTo(new Detection.PoorImpression());
    }

    @Test
    void seesTheGlassEmptyBetweenTwoFingers() {
        emulator.layFinger(FINGER);
        assertThat(scanner.detectFinger(soon())).isEqualTo(new Detection.FingerPresent());

        emulator.layFinger(SyntheticFinger.of(12).impression(1));

        assertThat(scanner.detectFinger(soon())).isEqualTo(new Detection.NoFinger());
        assertThat(scanner.detectFinger(soon())).isEqualTo(new Detection.FingerPresent());
    }

    @Test
    void saysThatNothingIsPluggedInUntilSomethingIs() throws IOException {
        emulator.unplug();
        assertThat(folder.resolve("virtual-scanner")).doesNotExist();
        assertThat(scanner.readiness(soon()))
                .isInstanceOfSatisfying(
                        DeviceFault.class, found -> assertThat(found.kind()).isEqualTo(Kind.ABSENT));

        emulator.plug();
        assertThat(scanner.readiness(soon())).isInstanceOf(Readiness.Ready.class);
    }

    @Test
    void noticesAnUnplugBetweenTwoLooks() {
        assertThat(scanner.detectFinger(soon())).isEqualTo(new Detection.NoFinger());

        emulator.unplug();

        assertThat(scanner.detectFinger(soon())).isInstanceOfSatisfying(DeviceFault.class, found -> {
            assertThat(found.kind()).isEqualTo(Kind.UNPLUGGED);
            assertThat(found.isUnplugged()).isTrue();
        });
    }

    @Test
    void reportsTheProgressOfTheWholeImage() {
        emulator.layFinger(FINGER);
        assertThat(scanner.detectFinger(soon())).isEqualTo(new FingerPresent());
        List<Integer> progress = new ArrayList<>();

        scanner.transferImage(soon(), (received, expected) -> {
            assertThat(expected).isEqualTo(256 * 288 / 2);
            progress.add(received);
        });

        assertThat(progress).isSorted().doesNotHaveDuplicates().endsWith(256 * 288 / 2);
    }

    @Test
    void leavesAFileAloneThatLiesWhereItsLinkShouldBe() throws IOException {
        Path file = Files.writeString(folder.resolve("precious"), "data");
        try (ScannerEmulator other = new ScannerEmulator(file, PROFILE, 0, new SplittableRandom(6))) {
            assertThatThrownBy(other::plug).isInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(file).hasContent("data");
    }

    /** A squatter takes the number of the old terminal, so that the new one has another. */
    private void replugElsewhere() throws IOException {
        emulator.unplug();
        try (PseudoTerminal squatter = PseudoTerminal.open()) {
            emulator.plug();
            assertThat(Files.readSymbolicLink(folder.resolve("virtual-scanner")))
                    .isNotEqualTo(squatter.path());
        }
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
        return Deadline.after(Duration.ofSeconds(40), System::nanoTime);
    }
}

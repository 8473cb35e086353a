package id.sidik.bridge.fprint;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.scanner.Detection;
import id.sidik.bridge.scanner.Detection.FingerPresent;
import id.sidik.bridge.scanner.Detection.NoFinger;
import id.sidik.bridge.scanner.ImageTransfer.Received;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real readers, recorded by libfprint's authors and played back to Debian's library by umockdev: the image that reaches us is
 * theirs, pixel for pixel. Needs the packages libfprint-2-2 and umockdev.
 */
@Timeout(120)
class RecordedReadersTest {
    private static final Path RECORDINGS = Path.of(System.getProperty("sidik.shared"), "usb-captures");

    @ParameterizedTest
    @CsvSource({
        "uru4000-4500, uru4000, 512",
        "nb1010, nb1010, 385",
        "aes3500, aes3500, 500",
        "upektc_img, upektc_img, 508"
    })
    void deliversThePixelsOfTheRecordingAtTheDpiOfTheTable(String recording, String driver, double dpi)
            throws IOException {
        BufferedImage picture = ImageIO.read(file(recording, "capture.png").toFile());
        UsbReader reader = new UsbReader(recording, driver, picture.getWidth(), picture.getHeight(), dpi, Set.of());
        try (FprintScanner scanner = new FprintScanner(
                reader, replaying(recording, reader), Map.of("FP_DEVICE_EMULATION", "1"), System::nanoTime)) {
            Deadline deadline = Deadline.after(Duration.ofSeconds(100), System::nanoTime);
            Detection seen = new NoFinger();
            while (seen instanceof NoFinger && !deadline.hasPassed()) {
                seen = scanner.detectFinger(deadline);
            }

            assertThat(seen).isEqualTo(new FingerPresent());
            assertThat(scanner.transferImage(deadline, (_, _) -> {}))
                    .isInstanceOfSatisfying(Received.class, received -> {
                        assertThat(received.image().widthPx()).isEqualTo(picture.getWidth());
                        assertThat(received.image().pixels()).isEqualTo(greyOf(picture));
                        assertThat(received.image().dpi()).isEqualTo(dpi);
                    });
        }
    }

    /** The whole way of a bridge that is told nothing: the kernel's list, the reader's driver in its process, the pixels. */
    @Test
    void isFoundWhereTheKernelListsIt(@TempDir Path folder) throws IOException {
        String recording = "uru4000-4500";
        Path pixels = folder.resolve("pixels");
        List<String> command = replaying(recording);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ReaderVisitor.class.getName(),
                pixels.toString()));
        ProcessBuilder visitor = new ProcessBuilder(command).redirectErrorStream(true);
        visitor.environment().put("FP_DEVICE_EMULATION", "1");
        String said = new String(visitor.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).contains("found U.are.U 4500 at 1-10 as device 50");
        assertThat(pixels)
                .hasBinaryContent(
                        greyOf(ImageIO.read(file(recording, "capture.png").toFile())));
    }

    private static List<String> replaying(String recording, UsbReader reader) throws IOException {
        List<String> command = replaying(recording);
        command.addAll(FprintScanner.childCommand(reader));
        return command;
    }

    /** What is put before the command of a program that shall see the recording. */
    private static List<String> replaying(String recording) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("umockdev-run", "-d", file(recording, "device").toString()));
        Path ioctls = RECORDINGS.resolve(recording).resolve("capture.ioctl");
        if (Files.exists(ioctls)) {
            command.addAll(List.of("-i", firstLine(ioctls).replace("@DEV ", "") + "=" + ioctls));
        } else {
            String device = "/sys" + firstLine(file(recording, "device")).substring("P: ".length());
            command.addAll(List.of("-p", device + "=" + file(recording, "capture.pcapng")));
        }
        command.add("--");
        return command;
    }

    private static Path file(String recording, String name) {
        Path file = RECORDINGS.resolve(recording).resolve(name);
        assertThat(file).as("put the recordings beside the checkout").exists();
        return file;
    }

    private static String firstLine(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElseThrow();
        }
    }

    private static byte[] greyOf(BufferedImage picture) {
        byte[] grey = new byte[picture.getWidth() * picture.getHeight()];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) picture.getRaster().getSample(i % picture.getWidth(), i / picture.getWidth(), 0);
        }
        return grey;
    }
}

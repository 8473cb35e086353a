package id.sidik.bridge.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.time.Duration;

/** Run with JAZZER_FUZZ=1 to search; without it, the known inputs are replayed. */
class F5AnswersFuzzTest {
    private static final ScannerProfile PROFILE = ScannerProfile.WAVESHARE_F5;
    private static final int LOOKS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Whatever a Waveshare sensor says, the driver gives an image of its size or a fault, within its deadlines. */
    @FuzzTest(maxDuration = "10m")
    void takesAnyAnswerForAnImageOrAFault(byte[] anything) {
        ScriptedLink line = new ScriptedLink(new AnswerScript(
                        anything,
                        bytes -> F5Packet.of(bytes[0], bytes[1], bytes[2], bytes[3]),
                        F5Packet::ofData,
                        GreyPixels.packedBytes(PROFILE.widthPx(), PROFILE.heightPx(), PROFILE.bitsPerPixel()))
                .answers());
        SerialScanner scanner = new SerialScanner(line, Path.of("port"), PROFILE);
        for (int look = 0; look < LOOKS; look++) {
            Duration before = line.elapsed();
            if (scanner.detectFinger(line.after(PATIENCE)) instanceof Detection.FingerPresent
                    && scanner.transferImage(line.after(PATIENCE), (_, _) -> {})
                            instanceof ImageTransfer.Received(var image)) {
                assertThat(image.widthPx()).isEqualTo(PROFILE.widthPx());
                assertThat(image.heightPx()).isEqualTo(PROFILE.heightPx());
            }
            assertThat(line.elapsed().minus(before)).isLessThanOrEqualTo(PATIENCE.multipliedBy(3));
        }
    }
}

package id.sidik.bridge.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.engine.image.FingerImage;
import java.nio.file.Path;
import java.time.Duration;

/** What a driver owes a counter, whatever its module says. */
final class AnyAnswers {
    private static final int LOOKS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private AnyAnswers() {}

    /** The driver gives an image of its size, or of one that a module says and that can be, or a fault, within its deadlines. */
    static void giveAnImageOrAFault(ScannerProfile profile, AnswerScript script) {
        ScriptedLink line = new ScriptedLink(script.answers());
        SerialScanner scanner = new SerialScanner(line, Path.of("port"), profile);
        for (int look = 0; look < LOOKS; look++) {
            Duration before = line.elapsed();
            if (scanner.detectFinger(line.after(PATIENCE)) instanceof Detection.FingerPresent
                    && scanner.transferImage(line.after(PATIENCE), (_, _) -> {})
                            instanceof ImageTransfer.Received(var image)) {
                assertSize(profile, image);
            }
            assertThat(line.elapsed().minus(before)).isLessThanOrEqualTo(PATIENCE.multipliedBy(3));
        }
    }

    private static void assertSize(ScannerProfile profile, FingerImage image) {
        if (profile.has(ScannerFeature.PRODUCT_INFO)) {
            assertThat(image.widthPx()).matches(ScannerProfile::isSide);
            assertThat(image.heightPx()).matches(ScannerProfile::isSide);
        } else {
            assertThat(image.widthPx()).isEqualTo(profile.widthPx());
            assertThat(image.heightPx()).isEqualTo(profile.heightPx());
        }
    }
}

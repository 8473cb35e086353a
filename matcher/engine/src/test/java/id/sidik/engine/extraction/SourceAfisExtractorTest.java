package id.sidik.engine.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.sidik.engine.Prints;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.image.SampleFault;
import id.sidik.engine.quality.QualityCause;
import id.sidik.engine.template.Template;
import id.sidik.engine.template.TemplateAccess;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceAfisExtractorTest {
    private final SourceAfisExtractor extractor = new SourceAfisExtractor();

    @Test
    void makesTemplatesThatItsOwnParserAccepts() {
        ExtractionResult result = extractor.extract(Prints.FVC2002_DB1.image(101, 1));

        assertThat(result).isInstanceOfSatisfying(ExtractionResult.Extracted.class, extracted -> {
            byte[] bytes = extracted.template().bytes(TemplateAccess.get());
            assertThat(Template.parse(bytes).algorithm()).isEqualTo(extractor.algorithm());
            assertThat(extracted.quality().score()).isGreaterThan(50);
            assertThat(extracted.quality().cause()).isEqualTo(QualityCause.NONE);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 128, 255})
    void findsNoFingerInUniformImages(int grey) {
        byte[] pixels = new byte[300 * 300];
        Arrays.fill(pixels, (byte) grey);

        assertTooPoor(FingerImage.of(300, 300, 500, pixels), QualityCause.NO_FINGER);
    }

    @Test
    void findsNoFingerInNoise() {
        byte[] pixels = new byte[300 * 300];
        new Random(1).nextBytes(pixels);

        assertTooPoor(FingerImage.of(300, 300, 500, pixels), QualityCause.NO_FINGER);
    }

    @Test
    void findsNoFingerInParallelStripes() {
        byte[] pixels = new byte[300 * 300];
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            pixels[pixel] = (byte) (127.5 + 100 * Math.sin(2 * Math.PI * (pixel % 300) / 9));
        }

        assertTooPoor(FingerImage.of(300, 300, 500, pixels), QualityCause.NO_FINGER);
    }

    @Test
    void refusesImagesThatNoFingerFills() {
        FingerImage tooWide = FingerImage.of(501, 100, 100, new byte[501 * 100]);
        FingerImage tooSmall = FingerImage.of(100, 100, 2_000, new byte[100 * 100]);

        assertRefused(tooWide, SampleFault.IMAGE_TOO_LARGE);
        assertRefused(tooSmall, SampleFault.IMAGE_TOO_SMALL);
    }

    private void assertTooPoor(FingerImage image, QualityCause cause) {
        assertThat(extractor.extract(image)).isInstanceOfSatisfying(ExtractionResult.TooPoor.class, poor -> {
            assertThat(poor.quality().cause()).isEqualTo(cause);
            assertThat(poor.quality().score()).isLessThan(50);
        });
    }

    private void assertRefused(FingerImage image, SampleFault fault) {
        assertThatExceptionOfType(InvalidSampleException.class)
                .isThrownBy(() -> extractor.extract(image))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(fault));
    }
}

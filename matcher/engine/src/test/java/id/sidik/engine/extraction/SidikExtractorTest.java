package id.sidik.engine.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.engine.Prints;
import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.quality.QualityCause;
import id.sidik.engine.template.SidikPayload;
import id.sidik.engine.template.Template;
import id.sidik.engine.template.TemplateAccess;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SidikExtractorTest {
    private final SidikExtractor extractor = new SidikExtractor();

    @ParameterizedTest
    @EnumSource(Prints.class)
    void makesCompactTemplatesThatItsParserAccepts(Prints prints) {
        Template template = extracted(prints.image(101, 1));

        assertThat(template.sizeBytes()).isLessThan(1_024);
        assertThat(Template.parse(template.bytes(TemplateAccess.get())).algorithm())
                .isEqualTo(extractor.algorithm());
    }

    @Test
    void givesTheSameTemplateForTheSameImage() {
        FingerImage image = Prints.FVC2002_DB1.image(102, 3);

        assertThat(extracted(image).bytes(TemplateAccess.get()))
                .isEqualTo(extracted(image).bytes(TemplateAccess.get()));
    }

    @Test
    void findsMinutiaeAndAFieldOnARealPrint() {
        FingerFeatures features =
                SidikPayload.read(extracted(Prints.FVC2002_DB1.image(101, 1)).payload(TemplateAccess.get()));

        assertThat(features.minutiae().count()).isBetween(20, 80);
        assertThat(features.ridgePeriodPx()).isBetween(7.0, 11.0);
        assertThat(features.field().isEmpty()).isFalse();
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

    private Template extracted(FingerImage image) {
        return switch (extractor.extract(image)) {
            case ExtractionResult.Extracted(Template template, var _) -> template;
            case ExtractionResult.TooPoor(var quality) -> throw new AssertionError("Too poor: " + quality);
        };
    }

    private void assertTooPoor(FingerImage image, QualityCause cause) {
        assertThat(extractor.extract(image))
                .isInstanceOfSatisfying(
                        ExtractionResult.TooPoor.class,
                        poor -> assertThat(poor.quality().cause()).isEqualTo(cause));
    }
}

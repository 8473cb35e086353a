package id.sidik.engine.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.engine.NotFinger;
import id.sidik.engine.Prints;
import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.template.SidikPayload;
import id.sidik.engine.template.Template;
import id.sidik.engine.template.TemplateAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
    @EnumSource(NotFinger.class)
    void makesNoTemplateOfAnythingButAFinger(NotFinger picture) {
        assertThat(extractor.extract(picture.image())).isInstanceOf(ExtractionResult.TooPoor.class);
    }

    @ParameterizedTest
    @EnumSource(Prints.class)
    void makesATemplateOfEveryPrintHoweverPoor(Prints prints) {
        assertThat(prints.images())
                .allSatisfy(
                        print -> assertThat(extractor.extract(print)).isInstanceOf(ExtractionResult.Extracted.class));
    }

    private Template extracted(FingerImage image) {
        return switch (extractor.extract(image)) {
            case ExtractionResult.Extracted(Template template, var _) -> template;
            case ExtractionResult.TooPoor(var quality) -> throw new AssertionError("Too poor: " + quality);
        };
    }
}

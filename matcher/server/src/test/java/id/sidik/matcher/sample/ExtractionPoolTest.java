package id.sidik.matcher.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.extraction.Extractor;
import id.sidik.engine.extraction.SidikExtractor;
import id.sidik.engine.extraction.SourceAfisExtractor;
import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.MinutiaType;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.image.SampleFault;
import id.sidik.engine.interchange.FingerView;
import id.sidik.engine.template.FingerPosition;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtractionPoolTest {
    private static final FingerView VIEW = new FingerView(
            FingerPosition.LEFT_RING,
            0,
            FingerView.QUALITY_UNKNOWN,
            new FingerFeatures(
                    200,
                    200,
                    0,
                    Minutiae.builder().add(50, 60, 1, MinutiaType.ENDING, 9).build(),
                    RidgeField.NONE));

    @Test
    void turnsMinutiaeOfOthersIntoOurTemplateOfTheFingerThatTheyName() throws InterruptedException {
        Impression unspecified =
                extract(new SidikExtractor(), new Sample.OfMinutiae(FingerPosition.UNKNOWN, () -> VIEW));
        Impression specified =
                extract(new SidikExtractor(), new Sample.OfMinutiae(FingerPosition.LEFT_INDEX, () -> VIEW));

        assertThat(unspecified.finger()).isEqualTo(FingerPosition.LEFT_RING);
        assertThat(specified.finger()).isEqualTo(FingerPosition.LEFT_INDEX);
        assertThat(unspecified.result()).isInstanceOfSatisfying(ExtractionResult.Extracted.class, extracted -> {
            assertThat(extracted.template().algorithm()).isEqualTo("sidik/1");
            assertThat(extracted.quality().score()).isZero();
        });
    }

    @Test
    void refusesTemplatesThatItsReferencesCanNotBeComparedWith() {
        assertThatExceptionOfType(InvalidSampleException.class)
                .isThrownBy(() ->
                        extract(new SourceAfisExtractor(), new Sample.OfMinutiae(FingerPosition.UNKNOWN, () -> VIEW)))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(SampleFault.TEMPLATE_VERSION_UNSUPPORTED))
                .withMessageContaining("templates of sourceafis/3.18.1, not of sidik/1");
        assertThatExceptionOfType(InvalidSampleException.class)
                .isThrownBy(() -> extract(
                        new SourceAfisExtractor(), new Sample.OfTemplate(FingerPosition.UNKNOWN, VIEW::template)))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(SampleFault.TEMPLATE_VERSION_UNSUPPORTED));
    }

    private static Impression extract(Extractor extractor, Sample sample) throws InterruptedException {
        try (ExtractionPool pool = new ExtractionPool(extractor, 1, 1)) {
            return pool.extract(List.of(sample), () -> Duration.ofMinutes(1)).getFirst();
        }
    }
}

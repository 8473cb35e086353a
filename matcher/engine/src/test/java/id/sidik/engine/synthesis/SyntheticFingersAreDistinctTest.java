package id.sidik.engine.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.comparison.Comparison;
import id.sidik.engine.comparison.PreparedReference;
import id.sidik.engine.comparison.SourceAfisComparator;
import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.extraction.SourceAfisExtractor;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.template.SourceAfisPayload;
import id.sidik.engine.template.Template;
import id.sidik.engine.template.TemplateAccess;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 50 fingers with 4 impressions each, every pair of the 200 compared. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SyntheticFingersAreDistinctTest {
    private static final int FINGERS = 50;
    private static final int IMPRESSIONS = 4;
    private static final double TARGET_FMR = 1e-4;

    private final SourceAfisExtractor extractor = new SourceAfisExtractor();
    private final SourceAfisComparator comparator = new SourceAfisComparator();
    private List<Template> templates = List.of();
    private List<Pair> pairs = List.of();

    /** Two impressions, numbered {@code finger * IMPRESSIONS + impression}, and the FMR at which they match. */
    private record Pair(int probe, int reference, double fmr) {
        boolean genuine() {
            return probe / IMPRESSIONS == reference / IMPRESSIONS;
        }
    }

    @BeforeAll
    void compareEveryImpressionWithEveryOther() {
        templates = IntStream.range(0, FINGERS)
                .parallel()
                .mapToObj(SyntheticFinger::of)
                .flatMap(finger -> IntStream.range(0, IMPRESSIONS)
                        .mapToObj(number -> template(throughFourBits(finger.impression(number), number))))
                .toList();
        List<PreparedReference> references =
                templates.stream().map(comparator::prepare).toList();
        pairs = IntStream.range(0, templates.size())
                .parallel()
                .boxed()
                .flatMap(probe -> {
                    Comparison comparison = comparator.comparisonOf(templates.get(probe));
                    return IntStream.range(probe + 1, templates.size())
                            .mapToObj(reference -> new Pair(
                                    probe,
                                    reference,
                                    Calibration.SOURCEAFIS.fmrAt(comparison.against(references.get(reference)))));
                })
                .toList();
    }

    @Test
    void everyImpressionMatchesTheOthersOfItsFinger() {
        List<Pair> genuine = pairs.stream().filter(Pair::genuine).toList();

        assertThat(genuine).hasSize(FINGERS * IMPRESSIONS * (IMPRESSIONS - 1) / 2);
        assertThat(genuine).allMatch(pair -> pair.fmr() <= TARGET_FMR);
    }

    @Test
    void noImpressionMatchesThatOfAnotherFinger() {
        List<Pair> impostors = pairs.stream().filter(pair -> !pair.genuine()).toList();

        assertThat(impostors).hasSize(FINGERS * (FINGERS - 1) / 2 * IMPRESSIONS * IMPRESSIONS);
        assertThat(impostors).noneMatch(pair -> pair.fmr() <= TARGET_FMR);
    }

    @Test
    void impressionsHaveAsManyMinutiaeAsRealOnesOfTheirSize() {
        int[] counts = templates.stream()
                .mapToInt(template -> SourceAfisPayload.check(template.payload(TemplateAccess.get())))
                .sorted()
                .toArray();

        assertThat(counts[0]).isGreaterThanOrEqualTo(14);
        assertThat(counts[counts.length / 2]).isBetween(25, 45);
        assertThat(counts[counts.length - 1]).isLessThanOrEqualTo(70);
    }

    private Template template(FingerImage image) {
        return switch (extractor.extract(image)) {
            case ExtractionResult.Extracted(Template template, var _) -> template;
            case ExtractionResult.TooPoor(var quality) -> throw new AssertionError("Too poor: " + quality);
        };
    }

    /** Every second impression passes through the four bits of grey that a serial sensor sends. */
    private static FingerImage throughFourBits(FingerImage image, int number) {
        if (number % 2 == 0) {
            return image;
        }
        byte[] pixels = image.pixels();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (Byte.toUnsignedInt(pixels[i]) / 16 * 17);
        }
        return FingerImage.of(image.widthPx(), image.heightPx(), image.dpi(), pixels);
    }
}

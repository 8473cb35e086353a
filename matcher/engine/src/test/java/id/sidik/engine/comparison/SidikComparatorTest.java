package id.sidik.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.comparison.RandomPrint.Touch;
import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.extraction.SidikExtractor;
import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.MinutiaType;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.image.SampleFault;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.engine.template.Algorithm;
import id.sidik.engine.template.SidikPayload;
import id.sidik.engine.template.Template;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SidikComparatorTest {
    private static final double TARGET_FMR = 1e-6;
    private static final RandomPrint FINGER = new RandomPrint(1, 40);

    private final SidikComparator comparator = new SidikComparator();

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "20, 10, -15",
        "45, 0, 0",
        "-45, 30, 20",
        "0, 90, 0",
        "10, -40, 80",
        "120, 5, 0",
        "180, 0, 10"
    })
    void findsAFingerThatLiesElsewhere(double turnDeg, double shiftXPx, double shiftYPx) {
        Touch moved = new Touch(turnDeg, shiftXPx, shiftYPx, 2, 0.2, 7);

        assertThat(fmr(FINGER.template(Touch.PLAIN), FINGER.template(moved))).isLessThan(TARGET_FMR);
    }

    @Test
    void tellsStrangersApart() {
        Comparison comparison = comparator.comparisonOf(FINGER.template(Touch.PLAIN));
        for (long seed = 2; seed < 200; seed++) {
            Template stranger = new RandomPrint(seed, 40).template(Touch.PLAIN);
            assertThat(Calibration.SIDIK.fmrAt(comparison.against(comparator.prepare(stranger))))
                    .as("FMR of stranger %d", seed)
                    .isGreaterThan(1e-4);
        }
    }

    /** Templates of other makers hold minutiae alone. */
    @Test
    void findsAFingerByItsMinutiaeAlone() {
        Template probe = withoutField(FINGER, Touch.PLAIN);

        assertThat(fmr(probe, withoutField(FINGER, new Touch(20, 10, -15, 2, 0.2, 7))))
                .isLessThan(TARGET_FMR);
        assertThat(fmr(probe, withoutField(new RandomPrint(2, 40), Touch.PLAIN)))
                .isGreaterThan(1e-4);
    }

    private static Template withoutField(RandomPrint print, Touch touch) {
        FingerFeatures features = print.features(touch);
        return templateOf(
                new FingerFeatures(features.widthPx(), features.heightPx(), 0, features.minutiae(), RidgeField.NONE));
    }

    @Test
    void scoresTheSameEachTime() {
        Template probe = FINGER.template(Touch.PLAIN);
        Template reference = FINGER.template(new Touch(8, 12, 3, 3, 0.3, 5));
        Comparison comparison = comparator.comparisonOf(probe);
        double first = comparison.scoreOf(comparator.prepare(reference));
        comparison.scoreOf(comparator.prepare(new RandomPrint(9, 120).template(Touch.PLAIN)));

        assertThat(comparison.scoreOf(comparator.prepare(reference))).isEqualTo(first);
        assertThat(comparator.explain(probe, reference).score()).isEqualTo(first);
    }

    @Test
    void explainsWhichMinutiaeItTookForOneAnother() {
        Explanation explanation =
                comparator.explain(FINGER.template(Touch.PLAIN), FINGER.template(new Touch(30, 5, -7, 0.5, 0, 3)));

        assertThat(explanation.turnDeg()).isBetween(28.0, 32.0);
        assertThat(explanation.probeUnpaired()).hasSizeLessThan(10);
        assertThat(explanation.pairs())
                .hasSizeGreaterThan(30)
                .allSatisfy(pair -> assertThat(pair.probeMinutia()).isEqualTo(pair.referenceMinutia()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void explainsByPartsThatAddUpToTheScore(long seed) {
        Template other = new RandomPrint(seed, 40).template(new Touch(8, 12, 3, 3, 0.3, 5));
        Explanation explanation = comparator.explain(FINGER.template(Touch.PLAIN), other);

        double sum = explanation.parts().stream()
                .mapToDouble(Explanation.Part::points)
                .sum();
        if (explanation.score() > 0) {
            assertThat(sum).isCloseTo(explanation.score(), within(1e-9));
        } else {
            assertThat(sum).as("of what is not worth a score").isLessThan(PrintComparison.RIDGES_FROM_SCORE);
        }
    }

    @Test
    void countsTheCellsInWhichRidgesCross() {
        FingerFeatures print = FINGER.features(Touch.PLAIN);
        int turnedRows = 4;
        RidgeField field = print.field();
        byte[] steps = new byte[field.cols() * field.rows()];
        int turned = 0;
        for (int cell = 0; cell < steps.length; cell++) {
            int row = cell / field.cols();
            int step = field.stepAt(cell % field.cols(), row);
            boolean isTurned = step != RidgeField.OUTSIDE && row >= field.rows() - turnedRows;
            steps[cell] = (byte) (isTurned ? (step + RidgeField.STEPS / 4) % RidgeField.STEPS : step);
            turned += isTurned ? 1 : 0;
        }
        FingerFeatures crossed = new FingerFeatures(
                print.widthPx(),
                print.heightPx(),
                print.ridgePeriodPx(),
                print.minutiae(),
                RidgeField.of(field.cols(), field.rows(), steps));

        assertThat(turned).isPositive();
        assertThat(value(EvidenceTerm.CROSSING, print, print)).isZero();
        assertThat(value(EvidenceTerm.CROSSING, print, crossed)).isCloseTo(Math.log1p(turned), within(1e-6));
    }

    private double value(EvidenceTerm term, FingerFeatures probe, FingerFeatures reference) {
        return comparator.explain(templateOf(probe), templateOf(reference)).parts().stream()
                .filter(part -> part.term() == term)
                .mapToDouble(Explanation.Part::value)
                .sum();
    }

    @Test
    void missesNoMinutiaWhereTheOtherPrintShowsOneThatPointsBackwards() {
        FingerFeatures print = FINGER.features(Touch.PLAIN);
        FingerFeatures lost = withEveryFifth(print, (_, _) -> {});
        FingerFeatures backwards = withEveryFifth(
                print,
                (minutiae, i) -> minutiae.add(
                        print.minutiae().x(i),
                        print.minutiae().y(i),
                        print.minutiae().direction(i) + Math.PI,
                        MinutiaType.BIFURCATION,
                        print.minutiae().quality(i)));

        assertThat(value(EvidenceTerm.UNPAIRED, print, lost)).isGreaterThan(1);
        assertThat(value(EvidenceTerm.UNPAIRED, print, backwards)).isLessThan(0.1);
    }

    private static FingerFeatures withEveryFifth(FingerFeatures print, ObjIntConsumer<Minutiae.Builder> change) {
        Minutiae.Builder minutiae = Minutiae.builder();
        for (int i = 0; i < print.minutiae().count(); i++) {
            if (i % 5 == 0) {
                change.accept(minutiae, i);
            } else {
                minutiae.add(
                        print.minutiae().x(i),
                        print.minutiae().y(i),
                        print.minutiae().direction(i),
                        print.minutiae().type(i),
                        print.minutiae().quality(i));
            }
        }
        return new FingerFeatures(
                print.widthPx(), print.heightPx(), print.ridgePeriodPx(), minutiae.build(), print.field());
    }

    /** Many templates of other makers leave quality out. */
    @Test
    void takesMinutiaeOfUnknownQualityForUsualOnes() {
        FingerFeatures print = FINGER.features(Touch.PLAIN);

        assertThat(value(EvidenceTerm.CLEAR_PAIRS, withQuality(print, 0), withQuality(print, 0)))
                .isCloseTo(
                        value(EvidenceTerm.CLEAR_PAIRS, withQuality(print, 32), withQuality(print, 32)), within(0.05));
        assertThat(value(EvidenceTerm.CLEAR_PAIRS, withQuality(print, 32), withQuality(print, 32)))
                .isGreaterThan(value(EvidenceTerm.CLEAR_PAIRS, withQuality(print, 8), withQuality(print, 8)) + 0.5);
    }

    private static FingerFeatures withQuality(FingerFeatures print, int quality) {
        Minutiae.Builder minutiae = Minutiae.builder();
        for (int i = 0; i < print.minutiae().count(); i++) {
            minutiae.add(
                    print.minutiae().x(i),
                    print.minutiae().y(i),
                    print.minutiae().direction(i),
                    print.minutiae().type(i),
                    quality);
        }
        return new FingerFeatures(
                print.widthPx(), print.heightPx(), print.ridgePeriodPx(), minutiae.build(), print.field());
    }

    private static Template templateOf(FingerFeatures features) {
        return Template.of(SidikPayload.ALGORITHM, SidikPayload.write(features));
    }

    @Test
    void explainsWhichMinutiaeFoundNoMate() {
        Explanation explanation =
                comparator.explain(FINGER.template(Touch.PLAIN), FINGER.template(new Touch(0, 0, 0, 0, 0.4, 3)));

        assertThat(explanation.probeUnpaired())
                .isNotEmpty()
                .doesNotContainAnyElementsOf(explanation.pairs().stream()
                        .map(Explanation.Pair::probeMinutia)
                        .toList());
    }

    @Test
    void explainsNothingWhereNothingIsAlike() {
        Template empty = templateOf(Minutiae.NONE);

        assertThat(comparator.explain(FINGER.template(Touch.PLAIN), empty)).isEqualTo(Explanation.NOTHING_IN_COMMON);
        assertThat(comparator.explain(empty, empty).score()).isZero();
    }

    /** A grid of as many minutiae as a template can hold, all alike: made to be a little like everybody. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 10, 25})
    void letsNoWolfIn(int spacingPx) {
        Comparison wolf = comparator.comparisonOf(grid(spacingPx));
        for (long seed = 1; seed <= 50; seed++) {
            double score = wolf.scoreOf(comparator.prepare(new RandomPrint(seed, 60).template(Touch.PLAIN)));
            assertThat(Calibration.SIDIK.fmrAt(new ComparisonScore(score))).isGreaterThan(1e-3);
        }
    }

    @Test
    void refusesTemplatesOfAnotherAlgorithm() {
        Template foreign = Template.of(new Algorithm("other", "1"), new byte[] {1});

        assertThatExceptionOfType(InvalidSampleException.class)
                .isThrownBy(() -> comparator.prepare(foreign))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(SampleFault.TEMPLATE_VERSION_UNSUPPORTED));
    }

    @Test
    void refusesReferencesOfAnotherComparator() {
        Comparison comparison = comparator.comparisonOf(FINGER.template(Touch.PLAIN));

        assertThatIllegalArgumentException().isThrownBy(() -> comparison.against(new PreparedReference() {}));
    }

    private double fmr(Template probe, Template reference) {
        return Calibration.SIDIK.fmrAt(comparator.comparisonOf(probe).against(comparator.prepare(reference)));
    }

    private static Template grid(int spacingPx) {
        Minutiae.Builder minutiae = Minutiae.builder();
        for (int minutia = 0; minutia < Minutiae.COUNT_MAX; minutia++) {
            int x = 5 + spacingPx * (minutia % 15);
            int y = 5 + spacingPx * (minutia / 15);
            minutiae.add(x, y, 1.5, MinutiaType.ENDING, Minutiae.QUALITY_MAX);
        }
        return templateOf(minutiae.build());
    }

    private static Template templateOf(Minutiae minutiae) {
        int cells = FingerFeatures.cells(500);
        RidgeField everywhere = RidgeField.of(cells, cells, new byte[cells * cells]);
        return Template.of(
                SidikPayload.ALGORITHM, SidikPayload.write(new FingerFeatures(500, 500, 9, minutiae, everywhere)));
    }

    /** More than forty pairs of minutiae are then equally, and perfectly, alike. */
    @Test
    void findsAPrintInItself() {
        for (long seed = 1; seed <= 4; seed++) {
            Template print = switch (new SidikExtractor()
                    .extract(SyntheticFinger.of(seed).impression(0))) {
                case ExtractionResult.Extracted(Template template, var _) -> template;
                case ExtractionResult.TooPoor(var quality) -> throw new AssertionError("Too poor: " + quality);
            };
            SidikComparator comparator = new SidikComparator();

            assertThat(comparator.comparisonOf(print).scoreOf(comparator.prepare(print)))
                    .isGreaterThan(100);
        }
    }
}

package id.sidik.engine.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import id.sidik.engine.Prints;
import id.sidik.engine.comparison.Comparison;
import id.sidik.engine.comparison.ComparisonScore;
import id.sidik.engine.comparison.SourceAfisComparator;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void isTenTimesRarerForTenMorePoints() {
        assertThat(fmrAt(40)).isCloseTo(1e-4, Percentage.withPercentage(0.001));
        assertThat(fmrAt(50)).isCloseTo(1e-5, Percentage.withPercentage(0.001));
        assertThat(fmrAt(0)).isCloseTo(1, within(1e-9));
    }

    @Test
    void claimsNothingBeyondWhatCanBeMeasured() {
        assertThat(fmrAt(1_000)).isEqualTo(Calibration.FMR_MIN);
    }

    @Test
    void growsWithTheGallery() {
        assertThat(Calibration.fpirAt(1e-4, 1)).isCloseTo(1e-4, Percentage.withPercentage(0.001));
        assertThat(Calibration.fpirAt(1e-4, 10_000)).isCloseTo(0.6321, within(1e-4));
        assertThat(Calibration.fpirAt(1e-4, 0)).isZero();
        assertThat(Calibration.fpirAt(1, 5)).isEqualTo(1);
    }

    @Test
    void staysExactForTinyRates() {
        // 1 - (1 - 1e-17)^1000 is zero in plain doubles.
        assertThat(Calibration.fpirAt(1e-17, 1_000)).isCloseTo(1e-14, Percentage.withPercentage(0.001));
    }

    @Test
    void refusesWhatIsNoRate() {
        assertThatIllegalArgumentException().isThrownBy(() -> Calibration.fpirAt(-0.1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Calibration.fpirAt(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Calibration.fpirAt(0.1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Calibration("x/1", 40, 0, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new ComparisonScore(Double.NaN));
    }

    /** Ten probes and four impressions of each other finger make 360 comparisons: enough to see rates down to about 1 %. */
    @Test
    void promisesNoLowerRateThanImpostorsShow() {
        List<Double> impostorScores = impostorScores();
        for (double score = 5; score <= 25; score += 5) {
            double threshold = score;
            double measured = impostorScores.stream()
                            .filter(impostor -> impostor >= threshold)
                            .count()
                    / (double) impostorScores.size();
            assertThat(measured).as("FMR at score %s", score).isLessThanOrEqualTo(fmrAt(score));
        }
    }

    private static List<Double> impostorScores() {
        SourceAfisComparator comparator = new SourceAfisComparator();
        List<Double> scores = new ArrayList<>();
        for (int probe = 101; probe <= 110; probe++) {
            Comparison comparison = comparator.comparisonOf(Prints.FVC2002_DB1.template(probe, 1));
            for (int other = 101; other <= 110; other++) {
                for (int impression = 1; impression <= 4 && other != probe; impression++) {
                    scores.add(comparison
                            .against(comparator.prepare(Prints.FVC2002_DB1.template(other, impression)))
                            .value());
                }
            }
        }
        return scores;
    }

    private static double fmrAt(double score) {
        return Calibration.SOURCEAFIS.fmrAt(new ComparisonScore(score));
    }
}

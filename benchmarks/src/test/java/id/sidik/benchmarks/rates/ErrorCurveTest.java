package id.sidik.benchmarks.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ErrorCurveTest {
    @Test
    void knowsTheRatesAtALimit() {
        ErrorCurve curve = ErrorCurve.of(new Scores(scores(3, 5, 7, 9), scores(1, 2, 4, 6)));

        assertThat(curve.limitAt(0.25)).isEqualTo(4);
        assertThat(curve.fmr(4)).isEqualTo(0.25);
        assertThat(curve.fnmr(4)).isEqualTo(0.25);
        assertThat(curve.fmr(6)).isZero();
        assertThat(curve.fnmr(6)).isEqualTo(0.5);
        assertThat(curve.limitAt(1)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void countsAPairAsOftenAsItWeighs() {
        ErrorCurve once = ErrorCurve.of(new Scores(scores(2, 2, 8), scores(1, 3, 3, 3)));
        ErrorCurve weighted = ErrorCurve.weighted(scores(2, 5, 8), scores(2, 0, 1), scores(1, 3, 9), scores(1, 3, 0));

        assertThat(weighted.eer()).isEqualTo(once.eer());
        for (double fmr : new double[] {0, 0.5, 0.75, 1}) {
            assertThat(weighted.fnmrAt(fmr)).as("FNMR at FMR %s", fmr).isEqualTo(once.fnmrAt(fmr));
        }
    }

    @Test
    void refusesWeightsThatLeaveNoPair() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErrorCurve.weighted(scores(2), scores(0), scores(1), scores(1)))
                .withMessageContaining("genuine");
    }

    private static double[] scores(double... scores) {
        return scores;
    }
}

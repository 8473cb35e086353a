package id.sidik.engine.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateFusionTest {
    private static final long SEED = Long.getLong("tests.seed", 20261123);
    private static final int DRAWS = 400_000;

    @Test
    void oneRateStaysAsItIs() {
        assertThat(RateFusion.ofDependent(1 / 1e-5, 1)).isCloseTo(1e-5, within(1e-12));
        assertThat(RateFusion.ofIndependent(-Math.log(1e-5), 1)).isCloseTo(1e-5, within(1e-12));
    }

    @Test
    void oneGoodComparisonAmongSeveralPaysForAll() {
        assertThat(RateFusion.ofDependent(1 / 1e-6 + 1 / 0.5 + 1 / 0.9, 3)).isCloseTo(3e-6, within(1e-10));
    }

    @Test
    void equallyGoodComparisonsPayNothing() {
        assertThat(RateFusion.ofDependent(3 / 1e-6, 3)).isCloseTo(1e-6, within(1e-12));
    }

    @Test
    void fingersThatAgreeSupportEachOther() {
        double fused = RateFusion.ofIndependent(-2 * Math.log(1e-3), 2);

        assertThat(fused).isCloseTo(1e-6 * (1 - Math.log(1e-6)), within(1e-10));
        assertThat(fused).isLessThan(1e-4);
    }

    @Test
    void aFingerThatSaysNothingCostsLittle() {
        assertThat(RateFusion.ofIndependent(-Math.log(1e-6) - Math.log(1), 2)).isBetween(1e-6, 2e-5);
    }

    /** What is called a rate must happen as often: impostors' rates are uniform numbers. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.01, 0.001})
    void independentImpostorsPassAsOftenAsTheRateSays(double rate) {
        SplittableRandom random = new SplittableRandom(SEED);
        int passed = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double logSum = -Math.log(random.nextDouble()) - Math.log(random.nextDouble());
            passed += RateFusion.ofIndependent(logSum, 2) <= rate ? 1 : 0;
        }
        assertThat(passed / (double) DRAWS).isCloseTo(rate, within(6 * Math.sqrt(rate / DRAWS)));
    }

    /** Six comparisons that are not dependent at all are the worst there is in practice, and even they pass hardly more often. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.001})
    void impostorsOfDependentComparisonsPassHardlyMoreOften(double rate) {
        SplittableRandom random = new SplittableRandom(SEED);
        int passed = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double inverseSum = 0;
            for (int comparison = 0; comparison < 6; comparison++) {
                inverseSum += 1 / random.nextDouble();
            }
            passed += RateFusion.ofDependent(inverseSum, 6) <= rate ? 1 : 0;
        }
        assertThat(passed / (double) DRAWS).isLessThan(1.35 * rate);
    }
}

package id.sidik.benchmarks.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KolmogorovSmirnovTest {
    @Test
    void isNothingForOneDistributionAndOneForTwoThatDoNotOverlap() {
        double[] sample = {1, 2, 2, 3};

        assertThat(KolmogorovSmirnov.distance(sample, sample)).isZero();
        assertThat(KolmogorovSmirnov.distance(sample, new double[] {1, 1, 2, 2, 2, 2, 3, 3}))
                .isZero();
        assertThat(KolmogorovSmirnov.distance(sample, new double[] {4, 5})).isEqualTo(1);
    }

    @Test
    void isTheLargestGapBetweenTheShares() {
        double[] lower = {1, 2, 3, 4};
        double[] upper = {2, 4, 6, 8};

        assertThat(KolmogorovSmirnov.distance(lower, upper)).isCloseTo(0.5, within(1e-12));
        assertThat(KolmogorovSmirnov.distance(upper, lower)).isCloseTo(0.5, within(1e-12));
    }
}

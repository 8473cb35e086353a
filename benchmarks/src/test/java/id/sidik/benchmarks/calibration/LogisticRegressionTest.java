package id.sidik.benchmarks.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
    private static final long SEED = 20_261_123;

    @Test
    void findsTheWeightsThatDrewTheRows() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        double[][] parts = new double[20_000][];
        boolean[] isGenuine = new boolean[parts.length];
        for (int row = 0; row < parts.length; row++) {
            parts[row] = new double[] {10 + 5 * random.nextGaussian(), random.nextGaussian()};
            double logit = 0.3 * (parts[row][0] - 10) - 2 * parts[row][1];
            isGenuine[row] = random.nextDouble() < 1 / (1 + Math.exp(-logit));
        }

        double[] weights = LogisticRegression.of(parts, isGenuine).weights().toArray();

        assertThat(weights[0]).isCloseTo(0.3, within(0.05));
        assertThat(weights[1]).isCloseTo(-2, within(0.15));
    }

    @Test
    void ranksBySumOfWeightedParts() {
        double[][] parts = {{0, 1}, {1, 1}, {2, 0}, {3, 1}, {4, 0}, {5, 0}};
        LogisticRegression fit = LogisticRegression.of(parts, new boolean[] {false, false, true, false, true, true});

        assertThat(fit.logit(List.of(5.0, 0.0))).isGreaterThan(fit.logit(List.of(0.0, 1.0)));
    }
}

package id.sidik.benchmarks.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankCorrelationTest {
    @Test
    void seesOrderOnly() {
        assertThat(RankCorrelation.spearman(values(1, 2, 3), values(10, 400, 401)))
                .isCloseTo(1, within(1e-12));
        assertThat(RankCorrelation.spearman(values(1, 2, 3), values(3, 2, 1))).isCloseTo(-1, within(1e-12));
    }

    @Test
    void givesTiesTheirMeanRank() {
        // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / sqrt(4.5 * 5).
        assertThat(RankCorrelation.spearman(values(1, 2, 2, 3), values(1, 2, 3, 4)))
                .isCloseTo(Math.sqrt(0.9), within(1e-12));
    }

    @Test
    void findsNoneWhereThereIsNoOrder() {
        assertThat(RankCorrelation.spearman(values(1, 1), values(1, 2))).isNaN();
    }

    @Test
    void refusesWhatIsNotPaired() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankCorrelation.spearman(values(1, 2), values(1)))
                .withMessageContaining("2 and 1");
    }

    private static double[] values(double... values) {
        return values;
    }
}

package id.sidik.benchmarks.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScoreCountsTest {
    private static final int PAIRS = 1_000_000;
    private static final double POINTS_PER_DECADE = 10;

    @Test
    void findsTheScoresOfAnExponentialTail() {
        ScoreCounts counts = exponential();

        assertThat(counts.pairs()).isEqualTo(PAIRS);
        assertThat(counts.rateFrom(20)).isCloseTo(1e-2, within(1e-5));
        assertThat(counts.scoreAt(1e-4)).isCloseTo(40, within(0.2));
        assertThat(counts.scoreAt(1e-6)).isCloseTo(60, within(0.5));
    }

    @Test
    void boundsLieAboveAndTightenWithMorePairs() {
        ScoreCounts counts = exponential();
        double once = counts.scoreBelow(1e-6) - counts.scoreAt(1e-6);
        for (int times = 0; times < 3; times++) {
            counts.add(exponential());
        }

        assertThat(once).isGreaterThan(0);
        assertThat(counts.scoreBelow(1e-6) - counts.scoreAt(1e-6)).isBetween(0.0, once * 0.55);
        assertThat(counts.rateBelow(40)).isGreaterThan(counts.rateFrom(40));
    }

    /** None in a thousand: below three in a thousand with 95 % confidence. */
    @Test
    void nothingSeenIsNotNothing() {
        ScoreCounts counts = new ScoreCounts();
        for (int pair = 0; pair < 1_000; pair++) {
            counts.add(0);
        }

        assertThat(counts.rateFrom(1)).isZero();
        assertThat(counts.rateBelow(1)).isCloseTo(3e-3, within(1e-4));
    }

    /** The quantiles of scores that are ten times rarer each ten points. */
    private static ScoreCounts exponential() {
        ScoreCounts counts = new ScoreCounts();
        for (int pair = 0; pair < PAIRS; pair++) {
            counts.add(-POINTS_PER_DECADE * Math.log10((pair + 0.5) / PAIRS));
        }
        return counts;
    }
}

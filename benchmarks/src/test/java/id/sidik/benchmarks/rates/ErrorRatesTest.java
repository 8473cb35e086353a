package id.sidik.benchmarks.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ErrorRatesTest {
    private static final double FAILED = Scores.NEVER_MATCHES;

    @Test
    void findsNoErrorWhereScoresAreApart() {
        assertThat(rates(scores(5, 6, 7), scores(1, 2, 3))).isEqualTo(new ErrorRates(0, 0, 0, 0, 0));
    }

    @Test
    void findsOnlyErrorsWhereScoresAreSwapped() {
        ErrorRates rates = rates(scores(1, 2, 3), scores(5, 6, 7));

        assertThat(rates.eer()).isEqualTo(1);
        assertThat(rates.zeroFmr()).isEqualTo(1);
    }

    @Test
    void findsTheEqualErrorRateAtAThreshold() {
        // Above 3: one of four impostors matches, one of four mates does not.
        assertThat(rates(scores(2, 5, 6, 7), scores(0, 1, 3, 4)).eer()).isEqualTo(0.25);
    }

    @Test
    void interpolatesTheEqualErrorRateBetweenThresholds() {
        // Above 1: FMR 1/2, FNMR 0. Above 2: FMR 1/2, FNMR 1/3. Above 3: FMR 0, FNMR 1/3; the line crosses at 1/3.
        assertThat(rates(scores(2, 5, 6), scores(1, 3)).eer()).isCloseTo(1 / 3.0, within(1e-12));
        // Above 2, where both tie: from (FMR 1/2, FNMR 0) to (0, 1/4); FMR = 1/2 - 1/2 t = 1/4 t at t = 2/3.
        assertThat(rates(scores(2, 3, 4, 5), scores(1, 2)).eer()).isCloseTo(1 / 6.0, within(1e-12));
    }

    @Test
    void letsTiesMatchTogetherOrNotAtAll() {
        // The threshold that refuses the impostor of 5 refuses the three mates of 5, too.
        ErrorRates rates = rates(scores(5, 5, 5, 9), scores(1, 2, 5));

        assertThat(rates.zeroFmr()).isEqualTo(0.75);
    }

    @Test
    void countsAFailureAsANonMatchAtEveryThreshold() {
        ErrorRates rates = rates(scores(FAILED, 5, 6, 7), scores(FAILED, 1, 2, 3));

        assertThat(rates.fmr100()).isEqualTo(0.25);
        assertThat(rates.zeroFmr()).isEqualTo(0.25);
        assertThat(rates.eer()).isBetween(0.0, 0.25);
    }

    @Test
    void doesNotMatchFailuresWithEachOther() {
        ErrorRates rates = rates(scores(FAILED, FAILED), scores(FAILED, FAILED));

        assertThat(rates.zeroFmr()).isEqualTo(1);
    }

    @Test
    void takesTheLowestThresholdThatKeepsTheFalseMatchRate() {
        double[] impostor = IntStream.range(0, 300).mapToDouble(i -> i).toArray();
        double[] genuine = scores(295.5, 296.5, 297.5, 298.5, 299.5);

        ErrorRates rates = rates(genuine, impostor);

        // 1e-2 of 300 is 3: 297, 298 and 299 may match, 296 may not.
        assertThat(rates.fmr100()).isEqualTo(0.2);
        // 1e-3 of 300 is less than one: none may match.
        assertThat(rates.fmr1000()).isEqualTo(0.8);
        assertThat(rates.zeroFmr()).isEqualTo(rates.fmr1000());
    }

    @Test
    void doesNotDependOnTheOrderOfScores() {
        assertThat(rates(scores(7, 2, 6, 5), scores(4, 0, 3, 1)))
                .isEqualTo(rates(scores(2, 5, 6, 7), scores(0, 1, 3, 4)));
    }

    @Test
    void poolsScoresNotRates() {
        // Apart in each set, but the second set's impostors score more than the first set's mates.
        Scores first = new Scores(scores(5, 6), scores(1, 2));
        Scores second = new Scores(scores(15, 16), scores(11, 12));

        ErrorRates pooled = ErrorRates.of(Scores.pooled(List.of(first, second)));

        assertThat(pooled.eer()).isEqualTo(0.5);
        assertThat(pooled.zeroFmr()).isEqualTo(0.5);
    }

    @Test
    void refusesToRateWithoutPairs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rates(scores(), scores(1)))
                .withMessageContaining("genuine");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rates(scores(1), scores()))
                .withMessageContaining("impostor");
    }

    private static ErrorRates rates(double[] genuine, double[] impostor) {
        return ErrorRates.of(new Scores(genuine, impostor));
    }

    private static double[] scores(double... scores) {
        return scores;
    }
}

package id.sidik.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.sidik.engine.comparison.RandomPrint.Touch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a comparison does not look at further is what would have scored little. */
class AbandonmentTest {
    /** One stranger in a hundred scores 21. */
    private static final double MATTERS_FROM = PrintComparison.RIDGES_FROM_SCORE;

    private static final int FINGERS = 60;

    private final PrintComparison comparison = new PrintComparison();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "plain mates, 40, 10, 8, 5, 2, 0.1",
        "few minutiae, 10, 10, 8, 5, 1, 0.1",
        "partial overlap, 40, 5, 120, 40, 1, 0.1",
        "half of the minutiae are lost, 60, 5, 8, 5, 2, 0.5",
        "turned, 40, 45, 8, 5, 1, 0.2",
        "turned by more than a quarter, 40, 150, 8, 5, 1, 0.1",
        "jittered, 40, 10, 8, 5, 5, 0.2",
    })
    void abandonsNoMate(
            String name, int minutiae, double turnDeg, double rightPx, double downPx, double jitterPx, double lost) {
        int matter = 0;
        for (int seed = 1; seed <= FINGERS; seed++) {
            RandomPrint finger = new RandomPrint(seed, minutiae);
            PreparedPrint probe = PreparedPrint.of(finger.features(Touch.PLAIN));
            PreparedPrint mate =
                    PreparedPrint.of(finger.features(new Touch(turnDeg, rightPx, downPx, jitterPx, lost, seed)));
            Explanation explanation = comparison.explain(probe, mate);
            double wholly = whollyWeighed(explanation);
            matter += wholly > MATTERS_FROM ? 1 : 0;

            if (wholly > MATTERS_FROM) {
                assertThat(explanation.score()).as("finger %d", seed).isCloseTo(wholly, within(1e-9));
            }
        }
        assertThat(matter).as("mates that matter").isGreaterThan(FINGERS * 9 / 10);
    }

    @Test
    void scoresNobodyHigherForIt() {
        PreparedPrint probe = PreparedPrint.of(new RandomPrint(1, 40).features(Touch.PLAIN));
        int abandoned = 0;
        for (int seed = 2; seed < 400; seed++) {
            PreparedPrint stranger = PreparedPrint.of(new RandomPrint(seed, 40).features(Touch.PLAIN));
            Explanation explanation = comparison.explain(probe, stranger);
            double wholly = whollyWeighed(explanation);
            abandoned += explanation.score() == 0 && wholly > 0 ? 1 : 0;

            assertThat(explanation.score()).as("stranger %d", seed).isLessThanOrEqualTo(wholly + 1e-9);
        }
        assertThat(abandoned).as("strangers that are abandoned").isPositive();
    }

    private static double whollyWeighed(Explanation explanation) {
        double sum = explanation.parts().stream()
                .mapToDouble(Explanation.Part::points)
                .sum();
        return Math.max(0, sum);
    }
}

package id.sidik.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.engine.comparison.RandomPrint.Touch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {
    private static final int OTHERS = 100;

    private final SimilarMinutiae similar = new SimilarMinutiae();
    private final Pairing pairing = new Pairing();
    private final Evidence evidence = new Evidence();

    /** So what does not score enough at best need not be weighed further: of strangers, and of mates that have less and less in common. */
    @ParameterizedTest
    @ValueSource(ints = {12, 40, 90})
    void weighsNothingHigherThanAtBest(int minutiae) {
        RandomPrint finger = new RandomPrint(1, minutiae);
        PreparedPrint probe = PreparedPrint.of(finger.features(Touch.PLAIN));
        for (int other = 0; other < OTHERS; other++) {
            double lost = other / (double) OTHERS;
            requireBound(probe, PreparedPrint.of(new RandomPrint(2 + other, minutiae).features(Touch.PLAIN)));
            requireBound(probe, PreparedPrint.of(finger.features(new Touch(9, 14, 5, 2, lost, other))));
        }
    }

    private void requireBound(PreparedPrint probe, PreparedPrint reference) {
        similar.find(probe, reference);
        for (int seed = 0; seed < similar.pairCount(); seed += 10) {
            pairing.find(probe.geometry(), reference.geometry(), similar, seed, 0);
            evidence.weighAtBest(probe.geometry(), reference.geometry(), pairing);
            double most = ScoreModel.score(evidence);
            evidence.expectCompany();
            assertThat(ScoreModel.score(evidence)).as("expected").isLessThanOrEqualTo(most);
            evidence.weighCompany(probe.geometry(), reference.geometry(), pairing);

            assertThat(ScoreModel.score(evidence)).isLessThanOrEqualTo(most);
        }
    }
}

package id.sidik.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.engine.comparison.RandomPrint.Touch;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingTest {
    private final SimilarMinutiae similar = new SimilarMinutiae();
    private final Pairing pairing = new Pairing();
    private final Pairing alone = new Pairing();

    /** Each first pair is followed by a pairing that remembers and by one that does not. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.6, 1})
    void leavesUndoneWhatAnEarlierAttemptLedToAndNothingElse(double lost) {
        PrintGeometry probe = prepare(1, Touch.PLAIN).geometry();
        PreparedPrint mate = lost < 1 ? prepare(1, new Touch(9, 14, 5, 2, lost, 7)) : prepare(2, Touch.PLAIN);
        similar.find(prepare(1, Touch.PLAIN), mate);
        int repeated = 0;
        for (int seed = 0; seed + Pairing.ATTEMPTS_MAX <= similar.pairCount(); seed++) {
            Set<String> found = new HashSet<>();
            for (int attempt = 0; attempt < Pairing.ATTEMPTS_MAX; attempt++) {
                boolean isNew = pairing.find(probe, mate.geometry(), similar, seed + attempt, attempt);
                alone.find(probe, mate.geometry(), similar, seed + attempt, 0);

                if (isNew) {
                    assertThat(mates(pairing, probe)).isEqualTo(mates(alone, probe));
                    found.add(mates(alone, probe));
                } else {
                    repeated++;
                    assertThat(found).contains(mates(alone, probe));
                }
            }
        }
        assertThat(repeated > 0).as("pairings that repeat an earlier one").isEqualTo(lost < 1);
    }

    private static PreparedPrint prepare(int seed, Touch touch) {
        return PreparedPrint.of(new RandomPrint(seed, 40).features(touch));
    }

    private static String mates(Pairing pairing, PrintGeometry probe) {
        return Arrays.toString(
                IntStream.range(0, probe.count()).map(pairing::mate).toArray());
    }
}

package id.sidik.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChanceLimitTest {
    private static final long SEED = Long.getLong("tests.seed", 20261127L);
    private static final int REFERENCES = 700;

    private final short[] weights = new short[REFERENCES + ChanceLimit.SLACK];
    private final short[] entries = new short[REFERENCES + ChanceLimit.SLACK];

    @Test
    void twinsPassTheSameOfAnyNumberOfReferences() {
        Random random = new Random(SEED);
        for (int end = 0; end <= REFERENCES; end++) {
            for (int at = 0; at < weights.length; at++) {
                entries[at] = (short) random.nextInt(601);
                weights[at] = (short) random.nextInt(90);
            }
            float chance = random.nextFloat() / 10;
            float deviations = random.nextInt(-8, 17) / 4f;
            int least = random.nextInt(20);
            int room = random.nextInt(400);
            int[] scalar = new int[room + ChanceLimit.SLACK];
            int[] vector = new int[room + ChanceLimit.SLACK];
            int scalarCount = ScalarChanceLimit.select(weights, entries, end, chance, deviations, least, scalar);
            int vectorCount = VectorChanceLimit.select(weights, entries, end, chance, deviations, least, vector);
            assertThat(Arrays.copyOf(vector, vectorCount))
                    .as("seed %d, %d references, room for %d", SEED, end, room)
                    .isEqualTo(Arrays.copyOf(scalar, scalarCount));
            assertThat(VectorChanceLimit.countSampled(weights, entries, end, chance, deviations, least))
                    .as("seed %d, sample of %d references", SEED, end)
                    .isEqualTo(ScalarChanceLimit.countSampled(weights, entries, end, chance, deviations, least));
        }
    }

    @Test
    void whoHasTwiceTheEntriesNeedsMore() {
        Arrays.fill(entries, 0, 3, (short) 100);
        entries[1] = 200;
        Arrays.fill(weights, 0, 3, (short) 36);
        weights[2] = 35;
        // by chance 16 and 32; three of their deviations are 24 and 34: limits 40 and 66
        assertThat(passing(3, 0.16f, 3)).isEmpty();
        // two and a half: limits 36 and 60.3
        assertThat(passing(3, 0.16f, 2.5f)).containsExactly(0);
        // a quarter below: limits 14 and 29.2
        assertThat(passing(3, 0.16f, -0.25f)).containsExactly(0, 1, 2);
    }

    @Test
    void nobodyPassesBelowTheLeast() {
        weights[0] = 3;
        weights[1] = 4;
        assertThat(passing(5, 0, 0)).containsExactly(1);
    }

    private int[] passing(int end, float chance, float deviations) {
        int[] passed = new int[REFERENCES + ChanceLimit.SLACK];
        int count = ChanceLimit.select(weights, entries, end, chance, deviations, 4, passed);
        return Arrays.copyOf(passed, count);
    }
}

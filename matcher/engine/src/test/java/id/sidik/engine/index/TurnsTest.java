package id.sidik.engine.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final long SEED = Long.getLong("tests.seed", 20261127L);

    @Test
    void isTheArctangentInTurns() {
        Random random = new Random(SEED);
        for (int trial = 0; trial < 100_000; trial++) {
            float dx = random.nextInt(-400, 401) / 4f;
            float dy = random.nextInt(-400, 401) / 4f;
            double exact = Math.atan2(dy, dx) / (2 * Math.PI);
            double apart = Turns.of(dx, dy) - exact;
            assertThat(apart - Math.rint(apart))
                    .as("of %f, %f, seed %d", dx, dy, SEED)
                    .isCloseTo(0, within(2e-6));
        }
    }

    @Test
    void axesAreExactAndNothingHasNoDirection() {
        assertThat(Turns.of(0, 0)).isZero();
        assertThat(Turns.of(1, 0)).isZero();
        assertThat(Turns.of(0, 2)).isEqualTo(0.25f);
        assertThat(Turns.of(-3, 0)).isEqualTo(0.5f);
        assertThat(Turns.of(0, -4)).isEqualTo(0.75f);
    }
}

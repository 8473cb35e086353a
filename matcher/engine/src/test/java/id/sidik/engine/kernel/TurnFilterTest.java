package id.sidik.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TurnFilterTest {
    private static final long SEED = Long.getLong("tests.seed", 20261127L);
    private static final int ENTRIES = 200;

    @Test
    void twinsPassTheSameEntriesOfRunsOfEveryLength() {
        Random random = new Random(SEED);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment entries = arena.allocate(ValueLayout.JAVA_INT, ENTRIES + TurnFilter.SLACK);
            for (int at = 0; at < ENTRIES + TurnFilter.SLACK; at++) {
                entries.setAtIndex(ValueLayout.JAVA_INT, at, random.nextInt());
            }
            for (int length = 0; length <= 70; length++) {
                int first = random.nextInt(ENTRIES - length + 1);
                int turn = random.nextInt(64);
                int turnMax = random.nextInt(32);
                int[] scalar = new int[ENTRIES + TurnFilter.SLACK];
                int[] vector = new int[ENTRIES + TurnFilter.SLACK];
                int scalarCount = ScalarTurnFilter.filter(entries, first, first + length, turn, turnMax, scalar, 3);
                int vectorCount = VectorTurnFilter.filter(entries, first, first + length, turn, turnMax, vector, 3);
                assertThat(Arrays.copyOf(vector, vectorCount))
                        .as("seed %d, %d entries from %d, turn %d ± %d", SEED, length, first, turn, turnMax)
                        .isEqualTo(Arrays.copyOf(scalar, scalarCount));
            }
        }
    }

    @Test
    void passesTurnsAcrossTheZero() {
        assertThat(passing(0, 2)).containsExactly(62, 63, 0, 1, 2);
        assertThat(passing(63, 1)).containsExactly(62, 63, 0);
        assertThat(passing(31, 0)).containsExactly(31);
        assertThat(passing(5, 31)).hasSize(63).doesNotContain(37);
    }

    /** Turns that pass, from the farthest below the probe's on. */
    private static int[] passing(int turn, int turnMax) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment entries = arena.allocate(ValueLayout.JAVA_INT, 64 + TurnFilter.SLACK);
            for (int at = 0; at < 64; at++) {
                int entryTurn = turn - 32 + at & 63;
                entries.setAtIndex(ValueLayout.JAVA_INT, at, 0xABCD03FF | entryTurn << TurnFilter.TURN_SHIFT);
            }
            int[] passed = new int[64 + TurnFilter.SLACK];
            int count = TurnFilter.filter(entries, 0, 64, turn, turnMax, passed, 0);
            return Arrays.stream(passed, 0, count)
                    .map(entry -> entry >>> TurnFilter.TURN_SHIFT & 63)
                    .toArray();
        }
    }
}

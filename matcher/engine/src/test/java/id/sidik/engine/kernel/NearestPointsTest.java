package id.sidik.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestPointsTest {
    private static final long SEED = Long.getLong("tests.seed", 20261127L);
    private static final int FEW = 5;
    private static final int ROOM = NearestPoints.POINTS_MAX + NearestPoints.SLACK;

    private final Random random = new Random(SEED);
    private final int[] x = new int[ROOM];
    private final int[] y = new int[ROOM];

    private void scatter(int within) {
        for (int at = 0; at < ROOM; at++) {
            x[at] = random.nextInt(within);
            y[at] = random.nextInt(within);
        }
    }

    /** Crowded points have many equal distances; points far apart the largest squares. */
    @Test
    void twinsFindWhatSortingFinds() {
        for (int within : new int[] {8, 300, 32_767}) {
            for (int count = 0; count <= NearestPoints.POINTS_MAX; count++) {
                scatter(within);
                for (int point = 0; point < count; point += 7) {
                    int squareMin = 1 + random.nextInt(within);
                    int squareMax = (int) Math.min(NearestPoints.SQUARE_MAX, (long) within * within / 4);
                    int[] sorted = sorted(count, point, squareMin, squareMax);
                    int[] scalar = new int[3 + FEW];
                    int[] vector = new int[3 + FEW];
                    int scalarCount = ScalarNearestPoints.find(
                            x, y, count, point, squareMin, squareMax, FEW, new int[ROOM], scalar, 3);
                    int vectorCount = VectorNearestPoints.find(
                            x, y, count, point, squareMin, squareMax, FEW, new int[ROOM], vector, 3);
                    String trial = "seed " + SEED + ", " + count + " points within " + within;
                    assertThat(IntStream.range(0, scalarCount).map(at -> scalar[3 + at]))
                            .as(trial)
                            .containsExactly(box(sorted));
                    assertThat(IntStream.range(0, vectorCount).map(at -> vector[3 + at]))
                            .as(trial)
                            .containsExactly(box(sorted));
                }
            }
        }
    }

    private static Integer[] box(int[] numbers) {
        return IntStream.of(numbers).boxed().toArray(Integer[]::new);
    }

    private int[] sorted(int count, int point, int squareMin, int squareMax) {
        return IntStream.range(0, count)
                .filter(other -> square(point, other) >= squareMin && square(point, other) <= squareMax)
                .boxed()
                .sorted(Comparator.comparingLong(other -> square(point, other)))
                .limit(FEW)
                .mapToInt(other -> other)
                .toArray();
    }

    private long square(int point, int other) {
        long dx = (long) x[point] - x[other];
        long dy = (long) y[point] - y[other];
        return dx * dx + dy * dy;
    }
}

package id.sidik.engine.index;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.engine.synthesis.TemplateFinger;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.SidikPayload;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearestMinutiaeTest {
    private static final long SEED = Long.getLong("tests.seed", 20261127L);
    private static final int REACH_PX = 26;
    private static final int TURN_MAX = 18;

    /** A place's cell is at most so far from its middle. */
    private static final double CELL_RADIUS_PX = 4 * Math.sqrt(2);

    private final PointSet points = new PointSet();
    private final NearestMinutiae nearest;

    NearestMinutiaeTest() {
        points.fill(SidikPayload.write(
                TemplateFinger.of(1, 1, FingerPosition.RIGHT_INDEX).impression(0)));
        nearest = new NearestMinutiae(points, REACH_PX, TURN_MAX);
    }

    @Test
    void findsWhatIsNearAndLooksTheSameWay() {
        Random random = new Random(SEED);
        for (int trial = 0; trial < 20_000; trial++) {
            float x = random.nextFloat(-200, 200);
            float y = random.nextFloat(-200, 200);
            int direction = random.nextInt(PointSet.DIRECTION_STEPS);
            double exact = Double.MAX_VALUE;
            for (int point = 0; point < points.count(); point++) {
                if (PointSet.turn(direction, points.direction(point)) <= TURN_MAX) {
                    exact = Math.min(exact, distance(point, x, y));
                }
            }
            int found = nearest.at(x, y, direction);
            if (exact < REACH_PX - 4) {
                assertThat(distance(found, x, y))
                        .as("at %f, %f, direction %d, seed %d", x, y, direction, SEED)
                        .isLessThanOrEqualTo(exact + 2 * CELL_RADIUS_PX);
            }
        }
    }

    private double distance(int point, float x, float y) {
        return Math.hypot(points.x(point) - x, points.y(point) - y);
    }

    @Test
    void nobodyIsOutsideOfAllPrints() {
        assertThat(nearest.at(-2000, 0, 0)).isEqualTo(PointSet.NOBODY);
        assertThat(nearest.at(0, 2000, 255)).isEqualTo(PointSet.NOBODY);
    }
}

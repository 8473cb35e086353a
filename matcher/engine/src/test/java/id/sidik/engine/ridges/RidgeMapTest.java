package id.sidik.engine.ridges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RidgeMapTest {
    @Test
    void tellsRidgesValleysAndWhatIsOutside() {
        Plane ridges = new Plane(3, 1);
        fill(ridges, 0, 0, 1, 1, -0.5f);
        fill(ridges, 1, 0, 2, 1, 0.5f);

        RidgeMap map = RidgeMap.of(ridges);

        assertThat(map.at(0, 0)).isEqualTo(RidgeMap.RIDGE);
        assertThat(map.at(1, 0)).isEqualTo(RidgeMap.VALLEY);
        assertThat(map.at(2, 0)).isEqualTo(RidgeMap.OUTSIDE);
    }

    @Test
    void aSpeckHasNoEnd() {
        Plane ridges = new Plane(60, 60);
        fill(ridges, 0, 0, 60, 60, 1);
        fill(ridges, 10, 10, 14, 14, -1);

        assertThat(ends(ridges)).isEmpty();
    }

    @Test
    void aBarEndsTwiceAndAForkThrice() {
        Plane ridges = new Plane(120, 120);
        fill(ridges, 0, 0, 120, 120, 1);
        fill(ridges, 10, 10, 60, 15, -1);
        assertThat(ends(ridges)).hasSize(2);

        fill(ridges, 32, 10, 37, 60, -1);
        assertThat(ends(ridges)).hasSize(3);
    }

    @Test
    void aShortGapIsNoPairOfEnds() {
        Plane ridges = new Plane(120, 120);
        fill(ridges, 0, 0, 120, 120, 1);
        fill(ridges, 10, 20, 50, 25, -1);
        fill(ridges, 52, 20, 100, 25, -1);

        assertThat(ends(ridges)).hasSize(2);
    }

    @Test
    void anEndPointsIntoItsLine() {
        Plane ridges = new Plane(120, 120);
        fill(ridges, 0, 0, 120, 120, 1);
        fill(ridges, 10, 20, 80, 25, -1);

        assertThat(ends(ridges)).anySatisfy(end -> {
            assertThat(end.x()).isLessThan(20);
            assertThat(Math.cos(end.direction())).isGreaterThan(0.99);
        });
    }

    private static List<LineEnd> ends(Plane ridges) {
        return LineEnds.of(new Skeleton(RidgeMap.of(ridges), RidgeMap.RIDGE));
    }

    private static void fill(Plane plane, int left, int top, int right, int bottom, float value) {
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                plane.values[y * plane.width + x] = value;
            }
        }
    }
}

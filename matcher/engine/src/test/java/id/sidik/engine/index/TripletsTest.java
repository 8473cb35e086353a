package id.sidik.engine.index;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.engine.synthesis.TemplateFinger;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.SidikPayload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TripletsTest {
    private final PointSet points = new PointSet();
    private final Triplets triplets = new Triplets(points);
    private final TripletKey cells = new TripletKey();

    TripletsTest() {
        points.fill(SidikPayload.write(
                TemplateFinger.of(1, 1, FingerPosition.RIGHT_INDEX).impression(0)));
    }

    @Test
    void aProbeLooksIntoTheCellsOfItself() {
        Set<Integer> looked = new HashSet<>();
        triplets.ofProbe(triplet -> cells.around(triplet, looked::add));
        List<Integer> own = new ArrayList<>();
        triplets.ofReference(triplet -> own.add(cells.of(triplet)));
        assertThat(own).isNotEmpty();
        assertThat(looked).containsAll(own);
    }

    @Test
    void theLongestSideBeginsFarFromTheThirdMinutia() {
        triplets.ofReference(triplet -> {
            assertThat(triplet.side).isGreaterThanOrEqualTo(triplet.fromBegin);
            assertThat(triplet.fromBegin).isGreaterThanOrEqualTo(triplet.fromEnd);
            assertThat(triplet.turns).isBetween(0f, 1f);
        });
    }

    @Test
    void noTripletIsTakenTwice() {
        Set<String> seen = new HashSet<>();
        int[] count = new int[1];
        triplets.ofReference(triplet -> {
            seen.add(triplet.x + " " + triplet.y + " " + triplet.side + " " + triplet.fromEnd);
            count[0]++;
        });
        assertThat(seen).hasSize(count[0]);
    }

    @Test
    void neighboursAreTheNearestWithinTheBounds() {
        Neighbours neighbours = new Neighbours(3, 12, 110);
        neighbours.fill(points);
        for (int point = 0; point < points.count(); point++) {
            for (int rank = 0; rank < neighbours.count(point); rank++) {
                int other = neighbours.of(point, rank);
                assertThat(points.distance(point, other)).isBetween(12f, 110f);
                assertThat(nearer(point, other)).isEqualTo(rank);
            }
        }
    }

    private int nearer(int point, int than) {
        int nearer = 0;
        for (int other = 0; other < points.count(); other++) {
            float distance = points.distance(point, other);
            nearer += distance >= 12 && distance < points.distance(point, than) ? 1 : 0;
        }
        return nearer;
    }
}

package id.sidik.engine.ridges;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellSetTest {
    @Test
    void openingKeepsAnAreaAndDropsALine() {
        CellSet set = drawn(
                "....................",
                ".########...........",
                ".########...........",
                ".########...........",
                ".#################..",
                ".########...........",
                ".########...........",
                ".########...........",
                "....................");

        CellSet opened = set.opened(2);

        assertThat(opened.at(4, 4)).isTrue();
        assertThat(opened.at(14, 4)).isFalse();
    }

    @Test
    void closingBridgesANarrowGapOnly() {
        CellSet set = drawn("####.####......####", "####.####......####", "####.####......####");

        CellSet closed = set.closed(1);

        assertThat(closed.at(4, 1)).isTrue();
        assertThat(closed.at(11, 1)).isFalse();
    }

    @Test
    void fillsHolesThatDoNotReachTheEdge() {
        CellSet set = drawn(".#####.", ".#...#.", ".#####.", ".......");

        assertThat(set.withoutHoles(4).at(3, 1)).isTrue();
        assertThat(set.withoutHoles(3).at(3, 1)).isFalse();
        assertThat(set.withoutHoles(100).at(0, 1)).isFalse();
    }

    @Test
    void dropsPartsThatAreSmallBesideTheLargest() {
        CellSet set = drawn("#####..#", "#####...", "#####.##");

        assertThat(set.withoutParts(0.1).at(7, 0)).isFalse();
        assertThat(set.withoutParts(0.1).at(6, 2)).isTrue();
    }

    @Test
    void tellsHowDeepACellLiesInside() {
        float[] depth = drawn(".....", ".###.", ".###.", ".###.", ".....").depth();

        assertThat(depth[2 * 5 + 2]).isEqualTo(2);
        assertThat(depth[5 + 1]).isEqualTo(1);
        assertThat(depth[0]).isZero();
    }

    private static CellSet drawn(String... rows) {
        int width = rows[0].length();
        return new CellSet(width, rows.length, cell -> rows[cell / width].charAt(cell % width) == '#');
    }
}

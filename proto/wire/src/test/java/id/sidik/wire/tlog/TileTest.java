package id.sidik.wire.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.wire.proof.ProofRefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TileTest {
    @Test
    void liesWhereTheSpecificationSays() {
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(2, 5, 1).path()).isEqualTo("tile/2/005.p/1");
        assertThat(new Tile(Tile.ENTRIES, 1_000, 255).path()).isEqualTo("tile/entries/x001/000.p/255");
    }

    @Test
    void readsItsOwnPaths() {
        for (Tile tile : List.of(
                new Tile(0, 0, 256),
                new Tile(7, 999, 3),
                new Tile(Tile.ENTRIES, 123_456_789L, 256),
                new Tile(1, 1_000, 1))) {
            assertThat(Tile.parse(tile.path())).isEqualTo(tile);
        }
    }

    @Test
    void refusesEveryOtherSpelling() {
        for (String path : List.of(
                "tile/0/0",
                "tile/0/x000/001",
                "tile/00/001",
                "tile/8/001",
                "tile/0/001.p/0",
                "tile/0/001.p/256",
                "tile/0/001.p/300",
                "tile/0/001.p/05",
                "tile/0/001/002",
                "tile/entries/../../keys",
                "tile/0/001/",
                "/tile/0/001",
                "")) {
            assertThatThrownBy(() -> Tile.parse(path)).as(path).isInstanceOf(ProofRefusedException.class);
        }
    }

    @Test
    void isWithinALogThatHasAllOfIt() {
        assertThat(new Tile(0, 273, 112).within(70_000)).isTrue();
        assertThat(new Tile(0, 273, 113).within(70_000)).isFalse();
        assertThat(new Tile(1, 1, 17).within(70_000)).isTrue();
        assertThat(new Tile(1, 1, 18).within(70_000)).isFalse();
        assertThat(new Tile(2, 0, 1).within(70_000)).isTrue();
        assertThat(new Tile(3, 0, 1).within(70_000)).isFalse();
    }
}

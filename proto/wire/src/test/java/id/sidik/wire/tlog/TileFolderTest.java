package id.sidik.wire.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.wire.proof.MerkleFrontier;
import id.sidik.wire.proof.MerkleHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileFolderTest {
    @TempDir
    private Path folder;

    @Test
    void holdsTheTilesOfTheExampleInTheSpecification() throws IOException {
        try (TileFolder tiles = filled(70_000)) {
            assertThat(tiles.read(new Tile(0, 272, 256))).hasSize(8_192);
            assertThat(tiles.read(new Tile(0, 273, 112))).hasSize(112 * 32);
            assertThat(tiles.read(new Tile(1, 0, 256))).hasSize(8_192);
            assertThat(tiles.read(new Tile(1, 1, 17))).hasSize(17 * 32);
            assertThat(tiles.read(new Tile(2, 0, 1))).hasSize(32);
            assertThatThrownBy(() -> tiles.read(new Tile(0, 273, 113))).isInstanceOf(TileMissingException.class);
            assertThatThrownBy(() -> tiles.read(new Tile(3, 0, 1))).isInstanceOf(TileMissingException.class);
            assertThat(Files.size(folder.resolve("tile/0/272"))).isEqualTo(8_192);
            assertThat(folder.resolve("tile/0/273")).doesNotExist();
        }
    }

    @Test
    void bundlesTheEntriesThatItsHashesAreOf() throws IOException {
        try (TileFolder tiles = filled(300)) {
            List<byte[]> first = EntryBundle.split(tiles.read(new Tile(Tile.ENTRIES, 0, 256)), 256);
            List<byte[]> last = EntryBundle.split(tiles.read(new Tile(Tile.ENTRIES, 1, 44)), 44);

            assertThat(first.get(255)).isEqualTo(entry(255));
            assertThat(last.get(43)).isEqualTo(entry(299));
            assertThat(EntryBundle.split(tiles.read(new Tile(Tile.ENTRIES, 0, 3)), 3))
                    .hasSize(3);
            assertThatThrownBy(() -> EntryBundle.split(new byte[] {0, 5, 1}, 1)).hasMessageContaining("within");
            assertThatThrownBy(() -> tiles.append(new byte[65_536])).hasMessageContaining("65535");
        }
    }

    @Test
    void showsNothingThatIsNotSynced() throws IOException {
        try (TileFolder tiles = filled(10)) {
            tiles.append(entry(10));

            assertThat(tiles.size()).isEqualTo(10);
            assertThatThrownBy(() -> tiles.read(new Tile(0, 0, 11))).isInstanceOf(TileMissingException.class);
            tiles.sync();
            assertThat(tiles.read(new Tile(0, 0, 11))).hasSize(352);
        }
    }

    /** As when the books of years are put into a new folder. */
    @Test
    void keepsFewFilesOpenHoweverManyTilesFillUp() throws IOException {
        long before = openFiles();
        try (TileFolder tiles = TileFolder.open(folder, 0)) {
            for (int i = 0; i < 300_000; i++) {
                tiles.append(entry(i % 256));
            }
            assertThat(openFiles() - before).as("of 2,346 full tiles").isLessThan(300);
            tiles.sync();
            assertThat(tiles.read(new Tile(0, 1_170, 256))).hasSize(8_192);
        }
        assertThat(openFiles()).isLessThanOrEqualTo(before);
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    @Test
    void goesOnWhereItWasSyncedWhateverACrashLeft() throws IOException {
        for (int synced : new int[] {0, 1, 255, 256, 300, 511, 512}) {
            TileFolder crashed = filled(synced);
            for (int i = synced; i < 600; i++) {
                crashed.append(entry(i)); // full tiles of these move to their names, and are never synced
            }
            crashed.close();

            try (TileFolder tiles = TileFolder.open(folder, synced)) {
                assertThat(new TiledTree(tiles, synced).root()).isEqualTo(root(synced));
                for (int i = synced; i < 600; i++) {
                    tiles.append(entry(i));
                }
                tiles.sync();
                assertThat(new TiledTree(tiles, 600).root())
                        .as("from %d", synced)
                        .isEqualTo(root(600));
                assertThat(check(tiles).checkAll()).isEmpty();
            }
        }
    }

    @Test
    void findsEachDamagedTileAndMakesItAnew() throws IOException {
        filled(70_000).close();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*(entries/000|entries/272|0/000|0/272|1/000|growing/.*)"))
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(8);
        for (Path file : files) {
            byte[] right = Files.readAllBytes(file);
            if (right.length > 0) {
                byte[] wrong = right.clone();
                wrong[right.length / 2] ^= 1;
                Files.write(file, wrong);
                assertMended(file, right);
                Files.write(file, new byte[] {1});
                assertMended(file, right);
                Files.delete(file);
                assertMended(file, right);
            }
        }
    }

    private void assertMended(Path file, byte[] right) throws IOException {
        try (TileFolder tiles = TileFolder.open(folder, 70_000)) {
            assertThat(check(tiles).checkAll()).as("damage in %s", file).hasSize(1);
            assertThat(check(tiles).checkAll()).isEmpty();
            tiles.sync();
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(right);
    }

    private TileFolder filled(int size) throws IOException {
        TileFolder tiles = TileFolder.open(folder, 0);
        for (int i = 0; i < size; i++) {
            tiles.append(entry(i));
        }
        tiles.sync();
        return tiles;
    }

    private static TileCheck check(TileFolder tiles) {
        return new TileCheck(tiles, (from, count) -> {
            List<byte[]> entries = new ArrayList<>();
            IntStream.range(0, count).forEach(i -> entries.add(entry((int) from + i)));
            return entries;
        });
    }

    private static byte[] root(int size) {
        MerkleFrontier frontier = new MerkleFrontier();
        IntStream.range(0, size).forEach(i -> frontier.append(MerkleHash.leaf(entry(i))));
        return frontier.root();
    }

    private static byte[] entry(int index) {
        return ("entry " + index).getBytes(UTF_8);
    }
}

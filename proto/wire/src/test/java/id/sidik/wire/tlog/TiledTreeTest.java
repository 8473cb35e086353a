package id.sidik.wire.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.MerkleFrontier;
import id.sidik.wire.proof.MerkleHash;
import id.sidik.wire.proof.MerkleProof;
import id.sidik.wire.proof.ProofRefusedException;
import id.sidik.wire.proof.TransparencyLogVectors;
import id.sidik.wire.proof.VerifierKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TiledTreeTest {
    private static final long SEED = Long.getLong("tests.seed", 20260615L);
    private static final int LEAVES = 70_000;

    private final TransparencyLogVectors vectors = TransparencyLogVectors.load();
    private final VerifierKey verifier = VerifierKey.parse(vectors.verifierKey());

    @TempDir
    private Path folder;

    @Test
    void computesEveryRootPathAndProofOfTheVectors() throws IOException {
        try (TileFolder tiles = vectorTiles()) {
            for (long size = 0; size <= 13; size++) {
                assertThat(new TiledTree(tiles, size).root()).isEqualTo(vectors.root(size));
            }
            assertThat(vectors.inclusions())
                    .isNotEmpty()
                    .allSatisfy(vector -> assertThat(
                                    new TiledTree(tiles, vector.get("size").getAsLong())
                                            .inclusionPath(vector.get("index").getAsLong()))
                            .containsExactlyElementsOf(TransparencyLogVectors.hashes(vector, "path")));
            assertThat(vectors.consistencies())
                    .isNotEmpty()
                    .allSatisfy(vector -> assertThat(
                                    new TiledTree(tiles, vector.get("new").getAsLong())
                                            .consistencyProof(vector.get("old").getAsLong()))
                            .containsExactlyElementsOf(TransparencyLogVectors.hashes(vector, "proof")));
        }
    }

    @Test
    void writesTheProofOfTheVectorsToTheByte() throws IOException {
        try (TileFolder tiles = vectorTiles()) {
            LogProof proof = LogProof.of(7, new TiledTree(tiles, 13).inclusionPath(7), vectors.checkpoint(13));

            assertThat(proof.text()).isEqualTo(vectors.proof());
            assertThat(LogProof.parse(vectors.proof())).isEqualTo(proof);
            assertThat(proof.verify(vectors.leafHash(7), TrustPolicy.of(verifier))
                            .checkpoint()
                            .size())
                    .isEqualTo(13);
        }
    }

    @Test
    void refusesEveryTamperedCaseOfTheVectors() {
        assertThat(vectors.tampered()).hasSize(3);
        String entry = vectors.tampered().get(0).get("entry").getAsString();
        LogProof proof = LogProof.parse(vectors.proof());
        assertThatThrownBy(() -> proof.verify(MerkleHash.leaf(entry.getBytes(UTF_8)), TrustPolicy.of(verifier)))
                .hasMessageContaining("index 7");

        Checkpoint seen = Checkpoint.verify(vectors.checkpoint(13), verifier);
        Checkpoint cut = Checkpoint.verify(vectors.checkpoint(8), verifier);
        assertThat(MerkleProof.consistent(seen.size(), cut.size(), seen.rootHash(), cut.rootHash(), List.of()))
                .isFalse();

        String eight = vectors.checkpoint(8);
        String thirteen = vectors.checkpoint(13);
        String swapped = thirteen.substring(0, thirteen.indexOf("\n\n")) + eight.substring(eight.indexOf("\n\n"));
        assertThatThrownBy(() -> LogProof.parse(vectors.proof().replace(vectors.checkpoint(13), swapped))
                        .verify(vectors.leafHash(7), TrustPolicy.of(verifier)))
                .isInstanceOf(ProofRefusedException.class)
                .hasMessageContaining("signature");
    }

    @Test
    void provesLeavesAndGrowthOfALogOfThreeLevels() throws IOException {
        Random random = new Random(SEED);
        Set<Long> sizes = new HashSet<>(List.of(1L, 255L, 256L, 257L, 511L, 512L, 65_535L, 65_536L, 65_537L, 70_000L));
        random.longs(40, 1, LEAVES).forEach(sizes::add);
        TreeMap<Long, byte[]> roots = new TreeMap<>();
        try (TileFolder tiles = TileFolder.open(folder, 0)) {
            MerkleFrontier frontier = new MerkleFrontier();
            for (int i = 0; i < LEAVES; i++) {
                tiles.append(entry(i));
                frontier.append(MerkleHash.leaf(entry(i)));
                if (sizes.contains(frontier.size())) {
                    roots.put(frontier.size(), frontier.root());
                }
            }
            tiles.sync();
            roots.forEach((size, root) -> {
                CountingSource counted = new CountingSource(tiles);
                assertThat(new TiledTree(tiles, size).root())
                        .as("seed %d, size %d", SEED, size)
                        .isEqualTo(root);
                long index = random.nextLong(size);
                List<byte[]> path = new TiledTree(counted, size).inclusionPath(index);
                assertThat(MerkleProof.includes(index, size, MerkleHash.leaf(entry(index)), path, root))
                        .as("seed %d, leaf %d of %d", SEED, index, size)
                        .isTrue();
                roots.headMap(size, true)
                        .forEach((old, oldRoot) -> assertThat(MerkleProof.consistent(
                                        old, size, oldRoot, root, new TiledTree(counted, size).consistencyProof(old)))
                                .as("seed %d, from %d to %d", SEED, old, size)
                                .isTrue());
                assertThat(counted.mostForOneQuestion).isLessThanOrEqualTo(6);
            });
        }
    }

    @Test
    void hasNoProofOfWhatIsNotThere() {
        TiledTree empty = new TiledTree(tile -> new byte[0], 0);

        assertThat(empty.root()).isEqualTo(MerkleHash.emptyRoot());
        assertThatThrownBy(() -> empty.inclusionPath(0)).hasMessageContaining("no leaf 0");
        assertThatThrownBy(() -> empty.consistencyProof(1)).hasMessageContaining("never had 1");
    }

    @Test
    void refusesATileOfAnotherLength() {
        TiledTree tree = new TiledTree(tile -> new byte[31], 1);

        assertThatThrownBy(tree::root).isInstanceOf(ProofRefusedException.class).hasMessageContaining("31");
    }

    private TileFolder vectorTiles() throws IOException {
        TileFolder tiles = TileFolder.open(folder, 0);
        for (byte[] entry : vectors.entries()) {
            tiles.append(entry);
        }
        tiles.sync();
        return tiles;
    }

    private static byte[] entry(long index) {
        return ("entry " + index).getBytes(UTF_8);
    }

    /** Counts how many tiles a question takes: the first tile of a tree is read again by the next. */
    private static final class CountingSource implements TileSource {
        private final TileSource tiles;
        private final Set<Tile> asked = new HashSet<>();
        private int mostForOneQuestion;

        CountingSource(TileSource tiles) {
            this.tiles = tiles;
        }

        @Override
        public byte[] read(Tile tile) {
            if (!asked.add(tile)) {
                asked.clear();
                asked.add(tile);
            }
            mostForOneQuestion = Math.max(mostForOneQuestion, asked.size());
            return tiles.read(tile);
        }
    }
}

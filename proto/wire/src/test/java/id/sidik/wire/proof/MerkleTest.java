package id.sidik.wire.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTest {
    private final TransparencyLogVectors vectors = TransparencyLogVectors.load();

    @Test
    void growsToTheKnownRootAtEachSize() {
        MerkleFrontier frontier = new MerkleFrontier();
        assertThat(frontier.root()).isEqualTo(vectors.root(0));
        for (byte[] entry : vectors.entries()) {
            frontier.append(MerkleHash.leaf(entry));
            assertThat(frontier.root()).isEqualTo(vectors.root(frontier.size()));
        }
    }

    @Test
    void provesEachLeafOfTheVectorsAndNoOther() {
        assertThat(vectors.inclusions()).isNotEmpty().allSatisfy(vector -> {
            int index = vector.get("index").getAsInt();
            long size = vector.get("size").getAsLong();
            List<byte[]> path = TransparencyLogVectors.hashes(vector, "path");
            byte[] leaf = vectors.leafHash(index);
            byte[] changed = MerkleHash.leaf("audit-event-x".getBytes(StandardCharsets.UTF_8));

            assertThat(MerkleProof.includes(index, size, leaf, path, vectors.root(size)))
                    .isTrue();
            assertThat(MerkleProof.includes(index, size, changed, path, vectors.root(size)))
                    .isFalse();
            assertThat(MerkleProof.includes(size, size, leaf, path, vectors.root(size)))
                    .isFalse();
        });
    }

    @Test
    void provesThatTheLogOnlyGrew() {
        assertThat(vectors.consistencies()).isNotEmpty().allSatisfy(vector -> {
            long older = vector.get("old").getAsLong();
            long newer = vector.get("new").getAsLong();
            List<byte[]> proof = TransparencyLogVectors.hashes(vector, "proof");

            assertThat(MerkleProof.consistent(older, newer, vectors.root(older), vectors.root(newer), proof))
                    .isTrue();
            assertThat(MerkleProof.consistent(older, newer, vectors.root(0), vectors.root(newer), proof))
                    .isFalse();
            assertThat(MerkleProof.consistent(older, newer, vectors.root(older), vectors.root(0), proof))
                    .isFalse();
        });
    }

    @Test
    void rejectsASmallerTreeThanTheOneAlreadySeen() {
        assertThat(MerkleProof.consistent(13, 8, vectors.root(13), vectors.root(8), List.of()))
                .isFalse();
    }

    @Test
    void rejectsAConsistencyProofThatEndsTooEarly() {
        assertThat(MerkleProof.consistent(6, 8, vectors.root(6), vectors.root(8), List.of()))
                .isFalse();
    }
}

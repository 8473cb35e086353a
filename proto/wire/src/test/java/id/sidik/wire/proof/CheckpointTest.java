package id.sidik.wire.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;

class CheckpointTest {
    private final TransparencyLogVectors vectors = TransparencyLogVectors.load();
    private final VerifierKey verifier = VerifierKey.parse(vectors.verifierKey());

    @Test
    void readsTheSignedHeadOfTheVectors() {
        Checkpoint checkpoint = Checkpoint.verify(vectors.checkpoint(13), verifier);

        MerkleFrontier frontier = new MerkleFrontier();
        vectors.entries().forEach(entry -> frontier.append(MerkleHash.leaf(entry)));
        assertThat(checkpoint.size()).isEqualTo(13);
        assertThat(checkpoint.vouchesFor(frontier)).isTrue();
        frontier.append(MerkleHash.leaf(new byte[0]));
        assertThat(checkpoint.vouchesFor(frontier)).isFalse();
    }

    @Test
    void refusesTheSignatureOfOneHeadUnderAnother() {
        String eight = vectors.checkpoint(8);
        String thirteen = vectors.checkpoint(13);
        String mixed = thirteen.substring(0, thirteen.indexOf("\n\n")) + eight.substring(eight.indexOf("\n\n"));

        assertThatThrownBy(() -> Checkpoint.verify(mixed, verifier)).isInstanceOf(ProofRefusedException.class);
    }

    @Test
    void signsWhatItLaterReads() throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        VerifierKey ours = new VerifierKey("sidik.test/audit", keys.getPublic());
        Checkpoint head = Checkpoint.of(ours.name(), new MerkleFrontier());

        assertThat(Checkpoint.verify(head.sign(keys.getPrivate(), ours), VerifierKey.parse(ours.text())))
                .isEqualTo(head);
    }

    @Test
    void writesTheVerifierKeyAsItCame() {
        assertThat(verifier.text()).isEqualTo(vectors.verifierKey());
    }

    @Test
    void refusesAKeyIdOfAnotherKey() {
        String other = vectors.verifierKey().replaceFirst("\\+[0-9a-f]{8}\\+", "+00000000+");

        assertThatThrownBy(() -> VerifierKey.parse(other)).hasMessageContaining("00000000");
    }
}

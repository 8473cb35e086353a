package id.sidik.wire.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CosignatureTest {
    private static final Instant SEEN = Instant.parse("2026-06-15T05:00:00Z");

    private final TransparencyLogVectors vectors = TransparencyLogVectors.load();
    private final KeyPair keys = newKeys();
    private final VerifierKey witness =
            new VerifierKey("witness.example/w1", VerifierKey.Kind.COSIGNATURE, keys.getPublic());
    private final String note = vectors.checkpoint(13);

    @Test
    void saysWhenTheWitnessSawTheHead() {
        String cosigned = Cosignature.add(note, witness, line(note, SEEN));

        assertThat(Cosignature.find(cosigned, witness)).contains(SEEN);
        assertThat(Cosignature.find(note, witness)).isEmpty();
        assertThat(Checkpoint.verify(cosigned, VerifierKey.parse(vectors.verifierKey()))
                        .size())
                .isEqualTo(13);
    }

    @Test
    void countsTheLatestOfSeveral() {
        String twice = note + line(note, SEEN) + line(note, SEEN.plusSeconds(60));

        assertThat(Cosignature.find(twice, witness)).contains(SEEN.plusSeconds(60));
    }

    @Test
    void refusesTheCosignatureOfAnotherHeadOrAnotherTime() {
        String ofEight = line(vectors.checkpoint(8), SEEN);

        assertThatThrownBy(() -> Cosignature.find(note + ofEight, witness)).isInstanceOf(ProofRefusedException.class);
        assertThatThrownBy(() -> Cosignature.add(note, witness, ofEight)).isInstanceOf(ProofRefusedException.class);
        for (int position : new int[] {30, 40, 60, 100}) {
            assertThatThrownBy(() -> Cosignature.find(note + changed(line(note, SEEN), position), witness))
                    .as("position %d", position)
                    .isInstanceOf(ProofRefusedException.class);
        }
    }

    @Test
    void passesOverWitnessesThatItDoesNotKnow() {
        VerifierKey namesake = new VerifierKey(
                witness.name(), VerifierKey.Kind.COSIGNATURE, newKeys().getPublic());

        assertThat(Cosignature.find(note + line(note, SEEN), namesake)).isEmpty();
        assertThat(Cosignature.add(note, namesake, line(note, SEEN))).isEqualTo(note);
    }

    @Test
    void addsALineOnce() {
        String cosigned = Cosignature.add(note, witness, line(note, SEEN));

        assertThat(Cosignature.add(cosigned, witness, line(note, SEEN))).isEqualTo(cosigned);
    }

    @Test
    void isNotTheSignatureOfALog() {
        VerifierKey log = new VerifierKey(witness.name(), keys.getPublic());

        assertThat(VerifierKey.parse(witness.text())).isEqualTo(witness).isNotEqualTo(log);
        assertThatThrownBy(() -> SignedNote.verify(note, witness)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cosignature.find(note, log)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesANoteOneOfWhoseKnownSignaturesDoesNotHold() {
        VerifierKey log = VerifierKey.parse(vectors.verifierKey());
        String wrong = vectors.checkpoint(8).substring(vectors.checkpoint(8).indexOf("\u2014"));

        assertThatThrownBy(() -> Checkpoint.verify(note + wrong, log)).isInstanceOf(ProofRefusedException.class);
    }

    private String line(String of, Instant at) {
        return Cosignature.sign(SignedNote.text(of), witness, keys.getPrivate(), at);
    }

    private static String changed(String line, int position) {
        char other = line.charAt(position) == 'A' ? 'B' : 'A';
        return line.substring(0, position) + other + line.substring(position + 1);
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package id.sidik.wire.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.wire.proof.Cosignature;
import id.sidik.wire.proof.ProofRefusedException;
import id.sidik.wire.proof.SignedNote;
import id.sidik.wire.proof.TransparencyLogVectors;
import id.sidik.wire.proof.VerifierKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustPolicyTest {
    private static final Instant SEEN = Instant.parse("2026-06-15T05:00:00Z");

    private final TransparencyLogVectors vectors = TransparencyLogVectors.load();
    private final String note = vectors.checkpoint(13);
    private final List<KeyPair> keys = List.of(newKeys(), newKeys(), newKeys());
    private final List<VerifierKey> witnesses = List.of(witness(0), witness(1), witness(2));
    private final String names = "log " + vectors.verifierKey() + "\n"
            + "witness ministry " + witnesses.get(0).text() + " http://127.0.0.1:7450\n"
            + "witness auditor " + witnesses.get(1).text() + "  # no address: only for checking\n"
            + "witness union " + witnesses.get(2).text() + "\n\n";

    @Test
    void asksForAsManyWitnessesAsItSays() {
        TrustPolicy twoOfThree = TrustPolicy.parse(names + "group many 2 ministry auditor union\nquorum many\n");

        assertThatThrownBy(() -> twoOfThree.verify(note))
                .isInstanceOf(ProofRefusedException.class)
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> twoOfThree.verify(cosigned(note, 1)))
                .isInstanceOf(ProofRefusedException.class)
                .hasMessageContaining("auditor");
        assertThat(twoOfThree.verify(cosigned(cosigned(note, 1), 2)).witnesses())
                .containsOnlyKeys("auditor", "union");
    }

    @Test
    void nestsGroups() {
        TrustPolicy policy = TrustPolicy.parse(
                names + "group outside any auditor union\ngroup both all ministry outside\nquorum both\n");

        assertThatThrownBy(() -> policy.verify(cosigned(cosigned(note, 1), 2)))
                .isInstanceOf(ProofRefusedException.class);
        assertThat(policy.verify(cosigned(cosigned(note, 0), 2)).checkpoint().size())
                .isEqualTo(13);
    }

    @Test
    void countsNoCosignatureThatDoesNotHold() {
        TrustPolicy policy = TrustPolicy.parse(names + "quorum ministry\n");
        String ofEight = line(vectors.checkpoint(8), 0);

        assertThatThrownBy(() -> policy.verify(note + ofEight)).hasMessageContaining("does not hold");
    }

    @Test
    void believesOnlyTheLogsThatItNames() {
        TrustPolicy other =
                TrustPolicy.of(new VerifierKey("another.example/log", newKeys().getPublic()));

        assertThatThrownBy(() -> other.verify(note)).hasMessageContaining("audit.example/appliance-1");
        assertThat(other.trusting(VerifierKey.parse(vectors.verifierKey()))
                        .verify(note)
                        .witnesses())
                .isEmpty();
    }

    @Test
    void saysInWhichLineItIsWrong() {
        for (String line : List.of(
                "quorum nobody",
                "quorum",
                "log x+y+z",
                "log " + witnesses.get(0).text(),
                "witness again " + vectors.verifierKey(),
                "witness ministry " + witnesses.get(2).text(),
                "witness far " + witnesses.get(2).text() + " file:///etc/passwd",
                "group many 4 ministry auditor union",
                "group many 2 ministry ministry",
                "group many 0 ministry",
                "trust everybody")) {
            assertThatThrownBy(() -> TrustPolicy.parse(names + line + "\nquorum none\n"))
                    .as(line)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("line 6");
        }
        assertThatThrownBy(() -> TrustPolicy.parse(names)).hasMessageContaining("quorum none");
    }

    @Test
    void carriesARequestToAWitness() {
        AddCheckpoint request = AddCheckpoint.of(8, List.of(vectors.leafHash(1)), note);

        assertThat(AddCheckpoint.parse(request.text())).isEqualTo(request);
        for (String bad :
                List.of("", "old 8\n" + note, "old 08\n\n" + note, "new 8\n\n" + note, "old 8\nAAAA\n\n" + note)) {
            assertThatThrownBy(() -> AddCheckpoint.parse(bad)).as(bad).isInstanceOf(ProofRefusedException.class);
        }
        String endless = "old 8\n" + (vectors.verifierKey() + "\n").repeat(64) + "\n" + note;
        assertThatThrownBy(() -> AddCheckpoint.parse(endless)).isInstanceOf(ProofRefusedException.class);
    }

    private String cosigned(String of, int witness) {
        return Cosignature.add(of, witnesses.get(witness), line(of, witness));
    }

    private String line(String of, int witness) {
        return Cosignature.sign(
                SignedNote.text(of), witnesses.get(witness), keys.get(witness).getPrivate(), SEEN);
    }

    private VerifierKey witness(int i) {
        return new VerifierKey(
                "witness.example/w" + i,
                VerifierKey.Kind.COSIGNATURE,
                keys.get(i).getPublic());
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

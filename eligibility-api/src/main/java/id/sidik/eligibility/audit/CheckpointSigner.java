package id.sidik.eligibility.audit;

import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.ProofRefusedException;
import id.sidik.wire.proof.VerifierKey;
import java.security.PrivateKey;

/** Signs heads of our log, and knows which heads it signed. Threads may share one. */
public final class CheckpointSigner {
    private final PrivateKey privateKey;
    private final VerifierKey verifierKey;

    /**
     * Signs as one log.
     *
     * @param privateKey Ed25519
     * @param verifierKey of that private key; its name is the origin of the log
     */
    public CheckpointSigner(PrivateKey privateKey, VerifierKey verifierKey) {
        this.privateKey = privateKey;
        this.verifierKey = verifierKey;
    }

    /** What others check the signatures with. */
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /** The head as a C2SP checkpoint. The same head always gives the same note: Ed25519 signatures are deterministic. */
    public String sign(Checkpoint head) {
        return head.sign(privateKey, verifierKey);
    }

    /**
     * Reads a head that we signed.
     *
     * @throws ProofRefusedException if we did not sign it, or it was changed
     */
    public Checkpoint open(String note) {
        return Checkpoint.verify(note, verifierKey);
    }
}

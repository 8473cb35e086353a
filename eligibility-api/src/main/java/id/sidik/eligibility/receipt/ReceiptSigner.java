package id.sidik.eligibility.receipt;

import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.nid.NidHasher;
import java.security.PrivateKey;
import java.security.PublicKey;

/** Signs receipts of decisions as compact JWS (RFC 7515) with Ed25519 (RFC 8037). Threads may share one. */
@SuppressWarnings("DoNotCallSuggester")
public final class ReceiptSigner {

    /**
     * Signs with one key.
     *
     * @param publicKey Ed25519, of the private key
     * @param nidHasher stands a pseudonym in for the NID
     */
    public ReceiptSigner(PrivateKey privateKey, PublicKey publicKey, NidHasher nidHasher) {}

    /** The receipt of a decision that is in the books. The same decision always gives the same receipt. */
    public String sign(RecordedDecision decision, long auditIndex) {
        throw new UnsupportedOperationException();
    }

    /** What receipts are checked with, as a PEM of its SubjectPublicKeyInfo. */
    public String publicKeyPem() {
        throw new UnsupportedOperationException();
    }
}

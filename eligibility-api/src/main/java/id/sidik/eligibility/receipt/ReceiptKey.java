package id.sidik.eligibility.receipt;

import id.sidik.wire.proof.Ed25519;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;

/**
 * A key that signs receipts.
 *
 * @param publicKey Ed25519, of the private key
 * @param activeFrom it signs decisions made from then on, until the next key is active
 */
public record ReceiptKey(PrivateKey privateKey, PublicKey publicKey, Instant activeFrom) {
    /** The name that a receipt gives it. */
    public String id() {
        return Ed25519.keyId(publicKey);
    }

    @Override
    public String toString() {
        return "receipt key " + id() + " from " + activeFrom;
    }
}

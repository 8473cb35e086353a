package id.sidik.eligibility.receipt;

import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.nid.NidHasher;
import id.sidik.wire.proof.CompactJws;
import id.sidik.wire.proof.Ed25519;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.HexFormat;

/** Signs receipts of decisions as compact JWS (RFC 7515) with Ed25519 (RFC 8037). Threads may share one. */
public final class ReceiptSigner {
    /** Keeps a receipt from being taken for any other thing that is ever signed as a JWS. */
    static final String TYPE = "sidik-receipt+jws";

    private static final int KEY_ID_BYTES = 8;

    private final PrivateKey privateKey;
    private final PublicKey publicKey;
    private final String keyId;
    private final NidHasher nidHasher;

    /**
     * Signs with one key.
     *
     * @param publicKey Ed25519, of the private key
     * @param nidHasher stands a pseudonym in for the NID
     */
    public ReceiptSigner(PrivateKey privateKey, PublicKey publicKey, NidHasher nidHasher) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.keyId = keyId(publicKey);
        this.nidHasher = nidHasher;
    }

    /** The receipt of a decision that is in the books. The same decision always gives the same receipt. */
    public String sign(RecordedDecision decision, long auditIndex) {
        Receipt receipt = new Receipt(
                decision.decisionId(),
                decision.decision(),
                decision.purpose(),
                decision.facility(),
                nidHasher.hex(decision.nid(), NidHasher.Use.RECEIPT),
                decision.nid().masked(),
                decision.policyVersion(),
                auditIndex,
                decision.decidedAt(),
                decision.decidedAt().plus(Receipt.VALIDITY));
        return CompactJws.sign(TYPE, keyId, ReceiptJson.write(receipt), privateKey);
    }

    /** What receipts are checked with, as a PEM of its SubjectPublicKeyInfo. */
    public String publicKeyPem() {
        return Ed25519.toPem(publicKey);
    }

    /** Names a key by the first 8 bytes of the SHA-256 of its SubjectPublicKeyInfo, in hexadecimal digits. */
    private static String keyId(PublicKey publicKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(publicKey.getEncoded());
            return HexFormat.of().formatHex(hash, 0, KEY_ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

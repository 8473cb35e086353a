package id.sidik.eligibility.receipt;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A key that signs receipts.
 *
 * @param publicKey Ed25519, of the private key
 * @param activeFrom it signs decisions made from then on, until the next key is active
 */
public record ReceiptKey(PrivateKey privateKey, PublicKey publicKey, Instant activeFrom) {
    private static final int ID_BYTES = 8;

    /** Names the key by the first 8 bytes of the SHA-256 of its SubjectPublicKeyInfo, in hexadecimal digits. */
    public String id() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(publicKey.getEncoded());
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "receipt key " + id() + " from " + activeFrom;
    }
}

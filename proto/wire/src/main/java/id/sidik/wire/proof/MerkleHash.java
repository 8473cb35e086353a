package id.sidik.wire.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The two hashes of RFC 6962, 2.1: their prefixes keep a leaf from posing as a node. */
public final class MerkleHash {
    public static final int BYTES = 32;

    private static final int TEXT_CHARS = 44;
    private static final byte LEAF_PREFIX = 0x00;
    private static final byte NODE_PREFIX = 0x01;

    private MerkleHash() {}

    /** SHA-256(0x00 || content). */
    public static byte[] leaf(byte[] content) {
        MessageDigest sha256 = sha256();
        sha256.update(LEAF_PREFIX);
        return sha256.digest(content);
    }

    /** SHA-256(0x01 || left || right). */
    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest sha256 = sha256();
        sha256.update(NODE_PREFIX);
        sha256.update(left);
        return sha256.digest(right);
    }

    /** The root of a log without leaves: SHA-256 of nothing. */
    public static byte[] emptyRoot() {
        return sha256().digest();
    }

    /** A hash in the one base64 form that it has: 44 characters, with padding. */
    public static String text(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws ProofRefusedException if the text is not the base64 of 32 bytes, or not its usual form
     */
    public static byte[] parse(String text) {
        if (text.length() == TEXT_CHARS) {
            try {
                byte[] hash = Base64.getDecoder().decode(text);
                if (hash.length == BYTES && text(hash).equals(text)) {
                    return hash;
                }
            } catch (IllegalArgumentException notBase64) {
                throw new ProofRefusedException("a hash is the base64 of " + BYTES + " bytes; this is not", notBase64);
            }
        }
        throw new ProofRefusedException("a hash is the base64 of " + BYTES + " bytes; this is not");
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

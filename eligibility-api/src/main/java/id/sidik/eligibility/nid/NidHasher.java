package id.sidik.eligibility.nid;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands a keyed hash in for a national ID number wherever the number itself must not be. There are fewer than 10^16 of
 * them, so a hash without a key would be undone by trying them all.
 *
 * <p>HMAC-SHA-256 over {@code use 0x00 digits}: each use has its own hashes, so that a receipt cannot be joined with the
 * audit log, nor either with the database. Threads may share one.
 */
public final class NidHasher {
    /** Length of the secret, and of each hash, in bytes. */
    public static final int KEY_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param secret 32 random bytes; copied */
    public NidHasher(byte[] secret) {
        if (secret.length != KEY_BYTES) {
            throw new IllegalArgumentException("the NID hash key must be 32 bytes, not " + secret.length);
        }
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** What a hash is for. The label is part of every stored or published hash: never change one. */
    public enum Use {
        /** Keys of the records at rest. */
        STORE("store"),
        /** The subject of an audit event. */
        AUDIT("audit"),
        /** The subject of a receipt. */
        RECEIPT("receipt"),
        /** Words that members who look alike are filed under. */
        LIKENESS("likeness");

        private final String label;

        Use(String label) {
            this.label = label;
        }
    }

    /** The 32 bytes that stand for this number in this use. */
    public byte[] hash(Nid nid, Use use) {
        return hash(nid.wholeDigits(), use);
    }

    /** {@link #hash} of another personal text, in 64 lower-case hexadecimal digits. */
    public String hexOfText(String text, Use use) {
        return HexFormat.of().formatHex(hash(text, use));
    }

    /** {@link #hash} of another personal text. */
    public byte[] hashOfText(String text, Use use) {
        return hash(text, use);
    }

    private byte[] hash(String text, Use use) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(use.label.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** {@link #hash} in 64 lower-case hexadecimal digits. */
    public String hex(Nid nid, Use use) {
        return HexFormat.of().formatHex(hash(nid, use));
    }

    /** The key under which one facility's packs name members: no two facilities' packs can be joined by it. */
    public byte[] siteKey(String facilityId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update("key of site packs".getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            return mac.doFinal(facilityId.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** Names for members in other systems, under a key that follows from this one. */
    public PatientIds patientIds() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return new PatientIds(mac.doFinal("key of patient ids".getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}

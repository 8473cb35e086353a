package id.sidik.eligibility.fallback;

import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A short secret that we can recognise and cannot tell: PBKDF2 with HMAC-SHA-512 (RFC 8018), slow on purpose. Six digits would fall to a
 * search all the same, so the record that holds this is sealed, and tries are counted.
 *
 * @param iterations of the hash; {@link #ITERATIONS} for a new one
 * @param salt 16 random bytes, in hexadecimal digits
 * @param hash 32 bytes, in hexadecimal digits
 */
public record SecretHash(int iterations, String salt, String hash) {
    /** What OWASP advises for this hash (Password Storage Cheat Sheet, 2023). */
    public static final int ITERATIONS = 210_000;

    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int HASH_BITS = 256;

    /**
     * The hash of a secret.
     *
     * @param salt 16 random bytes in hexadecimal digits, new for each secret
     */
    public static SecretHash of(String secret, String salt) {
        return new SecretHash(ITERATIONS, salt, derived(secret, salt, ITERATIONS));
    }

    /** Whether this is the secret. Takes as long for a wrong one. */
    public boolean matches(String secret) {
        return MessageDigest.isEqual(
                HexFormat.of().parseHex(hash), HexFormat.of().parseHex(derived(secret, salt, iterations)));
    }

    private static String derived(String secret, String salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(secret.toCharArray(), HexFormat.of().parseHex(salt), iterations, HASH_BITS);
        try {
            return HexFormat.of()
                    .formatHex(SecretKeyFactory.getInstance(ALGORITHM)
                            .generateSecret(spec)
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        } finally {
            spec.clearPassword();
        }
    }

    /** Appends it to a body: int iterations, text salt, text hash. */
    BodyWriter write(BodyWriter body) {
        return body.number(iterations).text(salt).text(hash);
    }

    /** Reads what {@link #write} appended. */
    static SecretHash read(BodyReader body) {
        return new SecretHash(body.number(), body.text(), body.text());
    }

    @Override
    public String toString() {
        return "SecretHash[" + iterations + " iterations]";
    }
}

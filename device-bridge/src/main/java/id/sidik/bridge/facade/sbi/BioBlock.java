package id.sidik.bridge.facade.sbi;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * How SBI hashes and encrypts the record of one finger: each hash covers the one before; the key of one record is fresh, and wrapped for
 * whoever the request names; what the record was captured for is bound to it as nonce and additional data.
 */
final class BioBlock {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int KEY_BITS = 256;
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;
    private static final int ADDITIONAL_DATA_BYTES = 16;
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private BioBlock() {}

    /** @param previousHash hex; empty at the beginning of a chain, which stands for the hash of nothing */
    static String hash(String previousHash, byte[] record) {
        byte[] previous = previousHash.isEmpty() ? sha256(new byte[0]) : HEX.parseHex(previousHash);
        byte[] own = sha256(record);
        byte[] both = Arrays.copyOf(previous, previous.length + own.length);
        System.arraycopy(own, 0, both, previous.length, own.length);
        return HEX.formatHex(sha256(both));
    }

    static SecretKey newSessionKey() {
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(KEY_BITS);
            return generator.generateKey();
        } catch (GeneralSecurityException e) {
            throw absent(e);
        }
    }

    /**
     * AES-256-GCM, base64url. A session key serves one record, so that the nonce, which the request decides, never comes twice.
     *
     * @param timestamp and transactionId as the answer says them
     */
    static String encrypt(byte[] record, SecretKey sessionKey, String timestamp, String transactionId) {
        byte[] mixed = mix(timestamp, transactionId);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, sessionKey, new GCMParameterSpec(TAG_BITS, lastOf(mixed, NONCE_BYTES)));
            cipher.updateAAD(lastOf(mixed, ADDITIONAL_DATA_BYTES));
            return BASE64.encodeToString(cipher.doFinal(record));
        } catch (GeneralSecurityException e) {
            throw absent(e);
        }
    }

    /** The session key for the holder of a certificate, base64url. */
    static String wrap(SecretKey sessionKey, X509Certificate domain) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
            cipher.init(Cipher.ENCRYPT_MODE, domain.getPublicKey(), OAEP);
            return BASE64.encodeToString(cipher.doFinal(sessionKey.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new SbiRefusedException(SbiError.DOMAIN_KEY_MISSING, e);
        }
    }

    static String thumbprint(X509Certificate certificate) {
        try {
            return HEX.formatHex(sha256(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new SbiRefusedException(SbiError.DOMAIN_KEY_MISSING, e);
        }
    }

    static String base64(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }

    /** XOR of both texts, the shorter with zero bytes before it. */
    private static byte[] mix(String one, String other) {
        byte[] a = one.getBytes(StandardCharsets.UTF_8);
        byte[] b = other.getBytes(StandardCharsets.UTF_8);
        byte[] mixed = new byte[Math.max(a.length, b.length)];
        System.arraycopy(a, 0, mixed, mixed.length - a.length, a.length);
        for (int i = 1; i <= b.length; i++) {
            mixed[mixed.length - i] ^= b[b.length - i];
        }
        return mixed;
    }

    private static byte[] lastOf(byte[] bytes, int count) {
        return Arrays.copyOfRange(bytes, bytes.length - count, bytes.length);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw absent(e);
        }
    }

    private static IllegalStateException absent(GeneralSecurityException e) {
        return new IllegalStateException("every Java platform has SHA-256, AES-GCM and RSA-OAEP", e);
    }
}

package id.sidik.wire.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) with the forms its public keys travel in. */
public final class Ed25519 {
    static final int PUBLIC_KEY_BYTES = 32;
    private static final int KEY_ID_BYTES = 8;

    /** SubjectPublicKeyInfo of RFC 8410 up to the 32 bytes of the key itself. */
    private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final String PEM_BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String PEM_END = "-----END PUBLIC KEY-----";

    private Ed25519() {}

    /**
     * Reads a SubjectPublicKeyInfo in PEM (RFC 7468).
     *
     * @throws ProofRefusedException when the text is no PEM public key or the key is not Ed25519
     */
    public static PublicKey fromPem(String pem) {
        int begin = pem.indexOf(PEM_BEGIN);
        int end = pem.indexOf(PEM_END);
        if (begin < 0 || end < begin) {
            throw new ProofRefusedException("no public key here: expected a PEM block that begins with " + PEM_BEGIN);
        }
        return decode(fromBase64Mime(pem.substring(begin + PEM_BEGIN.length(), end)));
    }

    /** The PEM form of a public key, ending in a line feed. */
    public static String toPem(PublicKey key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return PEM_BEGIN + "\n" + body + "\n" + PEM_END + "\n";
    }

    /** Makes a key pair from the system's own randomness. */
    public static KeyPair newPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /** Names a key by the first 8 bytes of the SHA-256 of its SubjectPublicKeyInfo, in hexadecimal digits. */
    public static String keyId(PublicKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.of().formatHex(hash, 0, KEY_ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The {@code x} of a JWK (RFC 8037, 2). */
    public static String toBase64Url(PublicKey key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(toRaw(key));
    }

    public static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with this Ed25519 key", e);
        }
    }

    /** Says whether the signature holds; one of a wrong length does not. */
    public static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (java.security.SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot check with this Ed25519 key", e);
        }
    }

    /**
     * Reads the {@code x} of a JWK (RFC 8037, 2).
     *
     * @throws ProofRefusedException when it is not the base64url of 32 bytes that are a key
     */
    public static PublicKey fromBase64Url(String x) {
        try {
            return fromRaw(Base64.getUrlDecoder().decode(x));
        } catch (IllegalArgumentException e) {
            throw new ProofRefusedException("the key is not base64url", e);
        }
    }

    static PublicKey fromRaw(byte[] raw) {
        if (raw.length != PUBLIC_KEY_BYTES) {
            throw new ProofRefusedException(
                    "an Ed25519 public key has " + PUBLIC_KEY_BYTES + " bytes, not " + raw.length);
        }
        byte[] spki = Arrays.copyOf(SPKI_PREFIX, SPKI_PREFIX.length + raw.length);
        System.arraycopy(raw, 0, spki, SPKI_PREFIX.length, raw.length);
        return decode(spki);
    }

    static byte[] toRaw(PublicKey key) {
        byte[] spki = key.getEncoded();
        return Arrays.copyOfRange(spki, spki.length - PUBLIC_KEY_BYTES, spki.length);
    }

    private static PublicKey decode(byte[] spki) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
        } catch (GeneralSecurityException e) {
            throw new ProofRefusedException("not an Ed25519 public key", e);
        }
    }

    private static byte[] fromBase64Mime(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new ProofRefusedException("the public key is not base64", e);
        }
    }
}

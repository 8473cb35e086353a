package id.sidik.bridge.offline;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the packs of one site call people: the first 16 bytes of HMAC-SHA-256 over the digits of the NID. Prints nothing. */
public final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int BYTES = 16;

    private final SecretKeySpec key;

    /** @param secret 32 bytes; copied */
    public Pseudonyms(byte[] secret) {
        if (secret.length != KEY_BYTES) {
            throw new IllegalArgumentException("a pseudonym key has 32 bytes, not " + secret.length);
        }
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** 32 of [0-9a-f]. */
    public String of(String nid) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(nid.getBytes(StandardCharsets.US_ASCII)), 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}

package id.sidik.wire.trust;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * What an officer reads out to whoever sets up a bridge: six groups of five of Crockford's base 32, for example
 * {@code 7K2QD-9XW4M-P0ZTB-3VHRC-8N5EJ-G1S6A}. Letters may be small, O stands for 0, I and L for 1, and separators do not matter.
 *
 * <pre>
 * 12 characters, 60 bits: the secret that shows whom the officer invited. The gate knows its hash alone
 * 16 characters, 80 bits: the beginning of the SHA-256 of the authority's certificate, which shows that the gate is the officer's
 *  2 characters: all the rest as one number, modulo the prime 1021; finds any one wrong character, and any two neighbours exchanged
 * </pre>
 */
public final class JoinCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int SECRET_CHARS = 12;
    private static final int PIN_CHARS = 16;
    private static final int CHECK_CHARS = 2;
    private static final int CHARS = SECRET_CHARS + PIN_CHARS + CHECK_CHARS;
    private static final int GROUP_CHARS = 5;
    private static final int BITS_A_CHAR = 5;
    private static final BigInteger CHECK_MODULUS =
            BigInteger.valueOf(1_021); // the largest prime that two characters hold

    private final String secret;
    private final String pin;

    private JoinCode(String secret, String pin) {
        this.secret = secret;
        this.pin = pin;
    }

    /**
     * The secret of a new code.
     *
     * @param random unpredictable
     */
    public static String newSecret(RandomGenerator random) {
        return base32(new BigInteger(Long.toUnsignedString(random.nextLong() >>> 4)), SECRET_CHARS);
    }

    /** The code of a secret at the gate of an authority. */
    public static JoinCode of(String secret, X509Certificate authority) {
        return new JoinCode(secret, pinOf(authority));
    }

    /**
     * Reads a code as somebody typed it.
     *
     * @throws IllegalArgumentException saying what is wrong with it; never repeats it
     */
    public static JoinCode parse(String typed) {
        String code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (code.length() != CHARS) {
            throw new IllegalArgumentException("a code has " + CHARS + " characters in groups of five, not "
                    + code.length() + "; compare it with the officer's");
        }
        code.chars()
                .filter(character -> ALPHABET.indexOf(character) < 0)
                .findFirst()
                .ifPresent(stranger -> {
                    throw new IllegalArgumentException(
                            "no code has the character '" + (char) stranger + "'; compare it with the officer's");
                });
        String body = code.substring(0, SECRET_CHARS + PIN_CHARS);
        if (!checkOf(body).equals(code.substring(SECRET_CHARS + PIN_CHARS))) {
            throw new IllegalArgumentException("a character of the code is mistyped; compare it with the officer's");
        }
        return new JoinCode(body.substring(0, SECRET_CHARS), body.substring(SECRET_CHARS));
    }

    /** What whoever joins must show. A secret. */
    public String secret() {
        return secret;
    }

    /** What the gate keeps of a secret: SHA-256, hexadecimal. */
    public static String hashOf(String secret) {
        return HexFormat.of().formatHex(sha256(("sidik join code 1 " + secret).getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether this is the authority that the code was made for. */
    public boolean pins(X509Certificate authority) {
        return pinOf(authority).equals(pin);
    }

    /** As it is read out: six groups of five. A secret. */
    public String text() {
        String code = secret + pin + checkOf(secret + pin);
        StringBuilder groups = new StringBuilder();
        for (int at = 0; at < CHARS; at += GROUP_CHARS) {
            groups.append(at == 0 ? "" : "-").append(code, at, at + GROUP_CHARS);
        }
        return groups.toString();
    }

    private static String pinOf(X509Certificate authority) {
        try {
            byte[] print = sha256(authority.getEncoded());
            return base32(new BigInteger(1, print).shiftRight(print.length * 8 - PIN_CHARS * BITS_A_CHAR), PIN_CHARS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what was read as a certificate can be encoded", e);
        }
    }

    private static String checkOf(String body) {
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < body.length(); i++) {
            number = number.shiftLeft(BITS_A_CHAR).add(BigInteger.valueOf(ALPHABET.indexOf(body.charAt(i))));
        }
        return base32(number.mod(CHECK_MODULUS), CHECK_CHARS);
    }

    private static String base32(BigInteger number, int chars) {
        StringBuilder text = new StringBuilder();
        for (int at = chars - 1; at >= 0; at--) {
            text.append(ALPHABET.charAt(number.shiftRight(at * BITS_A_CHAR).intValue() & (ALPHABET.length() - 1)));
        }
        return text.toString();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "JoinCode[" + CHARS + " characters]";
    }
}

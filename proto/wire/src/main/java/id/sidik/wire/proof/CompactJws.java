package id.sidik.wire.proof;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A JSON text signed with Ed25519: JWS compact serialization (RFC 7515, 3.1) with {@code alg} EdDSA (RFC 8037). */
public final class CompactJws {
    /** Longer than any receipt: what anybody may hand us has a bound. */
    public static final int CHARS_MAX = 16_384;

    /**
     * The only headers that are read: flat objects of plain strings. An {@code alg} that comes twice, {@code crit} lists
     * and escaped names are refused by form, so that no reader can see another header than we do.
     */
    private static final Pattern PLAIN_HEADER =
            Pattern.compile("\\{\"[a-z0-9]+\":\"[A-Za-z0-9+/_.:-]*\"(,\"[a-z0-9]+\":\"[A-Za-z0-9+/_.:-]*\")*}");

    private static final Pattern ALGORITHM = Pattern.compile("\"alg\":\"([^\"]*)\"");

    private CompactJws() {}

    /**
     * Signs a JSON payload.
     *
     * @param type media type without "application/" ({@code typ})
     * @param keyId names the key ({@code kid})
     */
    public static String sign(String type, String keyId, String payloadJson, PrivateKey key) {
        String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + keyId + "\",\"typ\":\"" + type + "\"}";
        if (!PLAIN_HEADER.matcher(header).matches()) {
            throw new IllegalArgumentException("type and key id must be plain: '" + type + "', '" + keyId + "'");
        }
        String signed = encode(header.getBytes(StandardCharsets.UTF_8))
                + "."
                + encode(payloadJson.getBytes(StandardCharsets.UTF_8));
        return signed + "." + encode(Ed25519.sign(key, signed.getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * The payload of a JWS that {@code key} has signed.
     *
     * @throws ProofRefusedException when the form, the algorithm or the signature does not hold
     */
    public static String verify(String jws, PublicKey key) {
        return verify(jws, key, CHARS_MAX);
    }

    /**
     * As above, for something that may be longer than a receipt.
     *
     * @param charsMax what is longer is refused unread
     */
    public static String verify(String jws, PublicKey key, int charsMax) {
        if (jws.length() > charsMax) {
            throw new ProofRefusedException("this JWS has at most " + charsMax + " characters, not " + jws.length());
        }
        String[] parts = jws.strip().split("\\.", -1);
        if (parts.length != 3) {
            throw new ProofRefusedException("a compact JWS has three parts between dots, this one " + parts.length);
        }
        requireEdDsa(new String(decode(parts[0]), StandardCharsets.UTF_8));
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        if (!Ed25519.verifies(key, signed, decode(parts[2]))) {
            throw new ProofRefusedException(
                    "the signature does not hold: the receipt was changed or is of another key");
        }
        return new String(decode(parts[1]), StandardCharsets.UTF_8);
    }

    /**
     * A field of the header: {@code kid} or {@code typ}. Believe it only of a JWS whose signature holds.
     *
     * @return empty if the header has no such field
     * @throws ProofRefusedException when the header is not one that we read
     */
    public static Optional<String> headerField(String jws, String field) {
        String header = new String(decode(jws.strip().split("\\.", 2)[0]), StandardCharsets.UTF_8);
        if (!PLAIN_HEADER.matcher(header).matches()) {
            throw new ProofRefusedException("the JWS header is not a flat object of plain strings");
        }
        var value =
                Pattern.compile("\"" + Pattern.quote(field) + "\":\"([^\"]*)\"").matcher(header);
        return value.find() ? Optional.of(value.group(1)) : Optional.empty();
    }

    private static void requireEdDsa(String header) {
        var algorithm = ALGORITHM.matcher(header);
        if (!PLAIN_HEADER.matcher(header).matches() || !algorithm.find()) {
            throw new ProofRefusedException("the JWS header is not a flat object of plain strings with an alg");
        }
        if (!algorithm.group(1).equals("EdDSA")) {
            throw new ProofRefusedException("the algorithm must be EdDSA, not '" + algorithm.group(1) + "'");
        }
        if (algorithm.find()) {
            throw new ProofRefusedException("the JWS header names its algorithm twice");
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            throw new ProofRefusedException("a part of the JWS is not base64url", e);
        }
    }
}

package id.sidik.eligibility.receipt;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.wire.proof.CompactJws;
import id.sidik.wire.proof.Ed25519;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The one key that a facility is given in person. It signs two lists that then travel by any way: which keys sign receipts, and which
 * receipts are withdrawn. Both are numbered, so that an older list cannot be put in the place of a newer, and both expire, so that
 * somebody who withholds the newest is found out.
 */
public final class TrustAnchor {
    /** A month: keys change seldom, and a facility without a network fetches seldom. */
    public static final Duration KEY_SET_VALIDITY = Duration.ofDays(30);

    /** As long as a receipt is valid: an older list would miss what was withdrawn since. */
    public static final Duration REVOCATIONS_VALIDITY = Receipt.VALIDITY;

    /** More were a sign of something worse than wrong receipts. */
    public static final int REVOCATIONS_MAX = 10_000;

    static final String KEY_SET_TYPE = "sidik-keys+jws";
    static final String REVOCATIONS_TYPE = "sidik-revoked+jws";

    static final String SITE_PACK_TYPE = "sidik-site-pack+jws";

    static final String BRIDGE_PROFILE_TYPE = "sidik-bridge-profile+jws";

    private static final String KEY_ID = "anchor";
    private static final int PUBLIC_KEY_BYTES = 32;
    private static final JsonMapper JSON = new JsonMapper();

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    /** @param publicKey Ed25519, of the private key */
    public TrustAnchor(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** What the lists are checked with. */
    public String publicKeyPem() {
        return Ed25519.toPem(publicKey);
    }

    /**
     * A JWK set (RFC 7517, RFC 8037) with a number and an end: {@code {"number", "iat", "exp", "keys": [{"kty", "crv", "use", "alg",
     * "kid", "x", "nbf"}]}}.
     *
     * @param number never smaller than that of an earlier set
     */
    public String keySet(long number, Instant now, List<ReceiptKey> keys) {
        ObjectNode json = numbered(number, now, KEY_SET_VALIDITY);
        ArrayNode set = json.putArray("keys");
        for (ReceiptKey key : keys) {
            set.addObject()
                    .put("kty", "OKP")
                    .put("crv", "Ed25519")
                    .put("use", "sig")
                    .put("alg", "EdDSA")
                    .put("kid", key.id())
                    .put("x", rawBase64Url(key.publicKey()))
                    .put("nbf", key.activeFrom().getEpochSecond());
        }
        return CompactJws.sign(KEY_SET_TYPE, KEY_ID, json.toString(), privateKey);
    }

    /**
     * The decision ids of receipts that are withdrawn: {@code {"number", "iat", "exp", "receipts": [...]}}.
     *
     * @param number never smaller than that of an earlier list
     */
    public String revocations(long number, Instant now, List<String> decisionIds) {
        ObjectNode json = numbered(number, now, REVOCATIONS_VALIDITY);
        ArrayNode ids = json.putArray("receipts");
        decisionIds.forEach(ids::add);
        return CompactJws.sign(REVOCATIONS_TYPE, KEY_ID, json.toString(), privateKey);
    }

    /**
     * What a site pack is: {@code {"number", "iat", "exp", "facility", "sha256"}}.
     *
     * @param number never smaller than that of an earlier pack of the facility
     * @param sealedSha256 of the encrypted bytes, hexadecimal
     */
    public String sitePack(long number, Instant issuedAt, Instant expiresAt, String facilityId, String sealedSha256) {
        ObjectNode json = numbered(number, issuedAt, Duration.between(issuedAt, expiresAt))
                .put("facility", facilityId)
                .put("sha256", sealedSha256);
        return CompactJws.sign(SITE_PACK_TYPE, KEY_ID, json.toString(), privateKey);
    }

    /**
     * Settings that the institution wants on its bridges: {@code {"number", "iat", "exp", "facility", "settings": {...}}}.
     *
     * @param number never smaller than that of an earlier profile
     * @param facilityId whose bridges; empty for all
     */
    public String bridgeProfile(
            long number, Instant issuedAt, Instant expiresAt, String facilityId, Map<String, String> settings) {
        ObjectNode json = numbered(number, issuedAt, Duration.between(issuedAt, expiresAt))
                .put("facility", facilityId);
        ObjectNode values = json.putObject("settings");
        settings.forEach(values::put);
        return CompactJws.sign(BRIDGE_PROFILE_TYPE, KEY_ID, json.toString(), privateKey);
    }

    private static ObjectNode numbered(long number, Instant now, Duration validity) {
        return JSON.createObjectNode()
                .put("number", number)
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(validity).getEpochSecond());
    }

    /** The last 32 bytes of the SubjectPublicKeyInfo (RFC 8410). */
    private static String rawBase64Url(PublicKey key) {
        byte[] spki = key.getEncoded();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(spki, spki.length - PUBLIC_KEY_BYTES, spki.length));
    }
}

package id.sidik.bridge.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import id.sidik.bridge.site.ReceiptFolder;
import id.sidik.wire.proof.CompactJws;
import id.sidik.wire.proof.Ed25519;
import id.sidik.wire.proof.ProofRefusedException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;

/**
 * What a facility checks receipts with: an anchor that it was given in person, and two lists that the anchor signed.
 *
 * @param keySet the payload: number, iat, exp, keys
 * @param revocations the payload: number, iat, exp, receipts
 */
record ReceiptTrust(JsonObject keySet, JsonObject revocations) {
    static final int LIST_CHARS_MAX = ReceiptFolder.LIST_CHARS_MAX;

    private static final String RECEIPT_TYPE = "sidik-receipt+jws";

    /**
     * Reads lists that the anchor signed.
     *
     * @throws ProofRefusedException when one is not signed by it, or is another thing
     */
    static ReceiptTrust of(String anchorPem, String keySetJws, String revocationsJws) {
        PublicKey anchor = Ed25519.fromPem(anchorPem);
        return new ReceiptTrust(
                signed(keySetJws, anchor, "sidik-keys+jws"), signed(revocationsJws, anchor, "sidik-revoked+jws"));
    }

    /**
     * Judges one receipt.
     *
     * @param facility whose receipts are asked for; empty for any
     */
    ReceiptVerdict judge(String jws, Instant now, Optional<String> facility) {
        if (expired(keySet, now)) {
            return new ReceiptVerdict.CannotTell("the key set expired at " + end(keySet) + ": fetch a newer one");
        }
        JsonObject receipt;
        try {
            receipt = genuine(jws.strip());
        } catch (ProofRefusedException e) {
            return new ReceiptVerdict.NotGenuine(String.valueOf(e.getMessage()));
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | NumberFormatException e) {
            return new ReceiptVerdict.NotGenuine("signed, but not a receipt");
        }
        if (!now.isBefore(end(receipt))) {
            return new ReceiptVerdict.NotToBeActedOn(receipt, "it expired at " + end(receipt));
        }
        if (facility.filter(own -> !own.equals(text(receipt, "facility"))).isPresent()) {
            return new ReceiptVerdict.NotToBeActedOn(receipt, "it is for the facility " + text(receipt, "facility"));
        }
        if (has(revocations.getAsJsonArray("receipts"), text(receipt, "jti"))) {
            return new ReceiptVerdict.NotToBeActedOn(receipt, "it was withdrawn");
        }
        return expired(revocations, now)
                ? new ReceiptVerdict.CannotTell(
                        "the revocation list expired at " + end(revocations) + ": it may have been withdrawn since")
                : new ReceiptVerdict.Good(receipt);
    }

    /** The number of a list: a newer one has no smaller one. */
    static long number(JsonObject list) {
        return list.get("number").getAsLong();
    }

    private JsonObject genuine(String jws) {
        String keyId = CompactJws.headerField(jws, "kid").orElse("");
        for (JsonElement element : keySet.getAsJsonArray("keys")) {
            JsonObject key = element.getAsJsonObject();
            if (text(key, "kid").equals(keyId)) {
                JsonObject receipt = signed(jws, Ed25519.fromBase64Url(text(key, "x")), RECEIPT_TYPE);
                if (receipt.get("iat").getAsLong() < key.get("nbf").getAsLong()) {
                    throw new ProofRefusedException("signed by a key that was not active when it says it was decided");
                }
                return receipt;
            }
        }
        throw new ProofRefusedException("signed by a key that is not in the key set, or by nobody: " + keyId);
    }

    private static JsonObject signed(String jws, PublicKey key, String type) {
        String payload = CompactJws.verify(jws, key, LIST_CHARS_MAX);
        if (!CompactJws.headerField(jws, "typ").equals(Optional.of(type))) {
            throw new ProofRefusedException("signed as another thing than " + type);
        }
        return JsonParser.parseString(payload).getAsJsonObject();
    }

    private static boolean has(JsonArray ids, String id) {
        return ids.asList().stream().anyMatch(element -> element.getAsString().equals(id));
    }

    private static boolean expired(JsonObject signed, Instant now) {
        return !now.isBefore(end(signed));
    }

    private static Instant end(JsonObject signed) {
        return Instant.ofEpochSecond(signed.get("exp").getAsLong());
    }

    private static String text(JsonObject json, String field) {
        return json.get(field).getAsString();
    }
}

package id.sidik.eligibility.receipt;

import id.sidik.wire.proof.CompactJws;
import id.sidik.wire.proof.ProofRefusedException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;

/** Checks receipts as anybody can who has nothing but the public key. It does not look at the clock: see {@link Receipt}. */
public final class ReceiptVerifier {
    private ReceiptVerifier() {}

    /** What became of a check. */
    public sealed interface Result {
        /** Signed by that key, and whole. */
        record Valid(Receipt receipt) implements Result {}

        /** Not a receipt of that key; the reason is for people. */
        record Invalid(String reason) implements Result {}
    }

    /**
     * Checks the text exactly as it is: neither white space nor padding is overlooked, so that a receipt has one form only.
     *
     * @param key Ed25519
     */
    public static Result verify(String jws, PublicKey key) {
        if (jws.chars().anyMatch(Character::isWhitespace)) {
            return new Result.Invalid("a receipt holds no white space");
        }
        try {
            String payload = CompactJws.verify(jws, key);
            return isReceiptType(jws)
                    ? new Result.Valid(ReceiptJson.read(payload))
                    : new Result.Invalid("signed by this key, but not as a receipt");
        } catch (ProofRefusedException e) {
            return new Result.Invalid(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return new Result.Invalid("signed by this key, but its payload is not that of a receipt");
        }
    }

    /** Only for a JWS whose signature holds: its header is then a flat object of plain strings. */
    private static boolean isReceiptType(String jws) {
        byte[] header = Base64.getUrlDecoder().decode(jws.substring(0, jws.indexOf('.')));
        return new String(header, StandardCharsets.US_ASCII).contains("\"typ\":\"" + ReceiptSigner.TYPE + "\"");
    }
}

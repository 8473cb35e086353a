package id.sidik.wire.proof;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;

/** A text with signature lines under it (C2SP signed-note). */
public final class SignedNote {
    private static final String SIGNATURE_MARK = "\u2014 ";

    private SignedNote() {}

    /** The note: {@code text}, which ends in a line feed, an empty line and one signature line. */
    public static String sign(String text, VerifierKey verifier, PrivateKey key) {
        byte[] signature = Ed25519.sign(key, text.getBytes(StandardCharsets.UTF_8));
        byte[] marked = Arrays.copyOf(verifier.keyId(), VerifierKey.KEY_ID_BYTES + signature.length);
        System.arraycopy(signature, 0, marked, VerifierKey.KEY_ID_BYTES, signature.length);
        return text + "\n" + SIGNATURE_MARK + verifier.name() + " "
                + Base64.getEncoder().encodeToString(marked) + "\n";
    }

    /**
     * The text of a note that {@code verifier} has signed. Signatures of others are passed over.
     *
     * @throws ProofRefusedException when there is no signature of this verifier or it does not hold
     */
    public static String verify(String note, VerifierKey verifier) {
        int split = note.lastIndexOf("\n\n");
        if (split < 0) {
            throw new ProofRefusedException("a signed note has an empty line before its signatures; this has none");
        }
        String text = note.substring(0, split + 1);
        for (String line : note.substring(split + 2).lines().toList()) {
            String prefix = SIGNATURE_MARK + verifier.name() + " ";
            if (line.startsWith(prefix) && holds(line.substring(prefix.length()), text, verifier)) {
                return text;
            }
        }
        throw new ProofRefusedException("no signature of " + verifier.name() + " holds for this note");
    }

    private static boolean holds(String base64, String text, VerifierKey verifier) {
        byte[] marked;
        try {
            marked = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
        return marked.length > VerifierKey.KEY_ID_BYTES
                && Arrays.equals(Arrays.copyOf(marked, VerifierKey.KEY_ID_BYTES), verifier.keyId())
                && Ed25519.verifies(
                        verifier.key(),
                        text.getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOfRange(marked, VerifierKey.KEY_ID_BYTES, marked.length));
    }
}

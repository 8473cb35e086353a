package id.sidik.wire.proof;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A text with signature lines under it (C2SP signed-note). */
public final class SignedNote {
    /** Far more than a head with the signatures of sixteen witnesses needs. */
    public static final int CHARS_MAX = 65_536;

    private static final String SIGNATURE_MARK = "\u2014 ";

    private SignedNote() {}

    /** The note: {@code text}, which ends in a line feed, an empty line and one signature line. */
    public static String sign(String text, VerifierKey verifier, PrivateKey key) {
        return text + "\n" + line(verifier, Ed25519.sign(key, text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The text of a note that {@code verifier} has signed. Signatures of others are passed over.
     *
     * @throws ProofRefusedException when there is no signature of this verifier, or one that does not hold
     */
    public static String verify(String note, VerifierKey verifier) {
        if (verifier.kind() != VerifierKey.Kind.NOTE) {
            throw new IllegalArgumentException(verifier.name() + " cosigns, it does not sign: see Cosignature");
        }
        String text = text(note);
        List<byte[]> signatures = signaturesOf(note, verifier);
        byte[] signed = text.getBytes(StandardCharsets.UTF_8);
        if (signatures.isEmpty()
                || !signatures.stream().allMatch(signature -> Ed25519.verifies(verifier.key(), signed, signature))) {
            throw new ProofRefusedException("no signature of " + verifier.name() + " holds for this note");
        }
        return text;
    }

    /**
     * What the note says, whoever signed it; believe nothing of it before a signature was checked.
     *
     * @throws ProofRefusedException when the form is not that of a note
     */
    public static String text(String note) {
        return note.substring(0, split(note) + 1);
    }

    /** The signature lines, as they are, without their line feeds. */
    static List<String> signatureLines(String note) {
        return note.substring(split(note) + 2).lines().toList();
    }

    /** The signatures whose name and key id are those of this verifier, held or not. */
    static List<byte[]> signaturesOf(String note, VerifierKey verifier) {
        String prefix = SIGNATURE_MARK + verifier.name() + " ";
        List<byte[]> signatures = new ArrayList<>();
        for (String line : signatureLines(note)) {
            if (line.startsWith(prefix)) {
                byte[] marked = decode(line.substring(prefix.length()));
                if (Arrays.equals(head(marked), verifier.keyId())) {
                    signatures.add(Arrays.copyOfRange(marked, VerifierKey.KEY_ID_BYTES, marked.length));
                }
            }
        }
        return signatures;
    }

    /** One signature line with its line feed. */
    static String line(VerifierKey verifier, byte[] signature) {
        byte[] marked = Arrays.copyOf(verifier.keyId(), VerifierKey.KEY_ID_BYTES + signature.length);
        System.arraycopy(signature, 0, marked, VerifierKey.KEY_ID_BYTES, signature.length);
        return SIGNATURE_MARK + verifier.name() + " " + Base64.getEncoder().encodeToString(marked) + "\n";
    }

    /** Where the text ends: at the last empty line. */
    private static int split(String note) {
        if (note.length() > CHARS_MAX) {
            throw new ProofRefusedException(
                    "a note has at most " + CHARS_MAX + " characters, this one " + note.length());
        }
        int split = note.lastIndexOf("\n\n");
        if (split < 0) {
            throw new ProofRefusedException("a signed note has an empty line before its signatures; this has none");
        }
        if (!note.endsWith("\n") || note.chars().anyMatch(SignedNote::isForbidden)) {
            throw new ProofRefusedException("a signed note ends in a line feed and has no other control characters");
        }
        return split;
    }

    private static boolean isForbidden(int character) {
        return character < ' ' && character != '\n';
    }

    private static byte[] head(byte[] marked) {
        return Arrays.copyOf(marked, Math.min(marked.length, VerifierKey.KEY_ID_BYTES));
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new ProofRefusedException("a signature of the note is not base64", e);
        }
    }
}

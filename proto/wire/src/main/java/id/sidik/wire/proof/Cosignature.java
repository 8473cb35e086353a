package id.sidik.wire.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A witness's word about a head: "at this time, no larger head of this log was known to me, and it contradicts none that I saw" (C2SP
 * tlog-cosignature, Ed25519).
 */
public final class Cosignature {
    private static final int SIGNATURE_BYTES = Long.BYTES + 64;

    private Cosignature() {}

    /**
     * The signature line, with its line feed, to be put under a note.
     *
     * @param text of the note
     * @param at to the second
     */
    public static String sign(String text, VerifierKey witness, PrivateKey key, Instant at) {
        byte[] signature = Ed25519.sign(key, message(text, at.getEpochSecond()));
        return SignedNote.line(
                witness,
                ByteBuffer.allocate(Long.BYTES + signature.length)
                        .putLong(at.getEpochSecond())
                        .put(signature)
                        .array());
    }

    /**
     * When this witness cosigned the note; the latest time, if it did more than once; empty if it did not.
     *
     * @throws ProofRefusedException if there is a cosignature of this witness that does not hold
     */
    public static Optional<Instant> find(String note, VerifierKey witness) {
        if (witness.kind() != VerifierKey.Kind.COSIGNATURE) {
            throw new IllegalArgumentException(witness.name() + " signs, it does not cosign: see SignedNote");
        }
        String text = SignedNote.text(note);
        return SignedNote.signaturesOf(note, witness).stream()
                .map(signature -> verify(text, witness, signature))
                .max(Instant::compareTo);
    }

    /**
     * The same note with those of the lines that are cosignatures of this witness and hold; others are left out, as are those that
     * it has already.
     *
     * @param lines signature lines as {@link #sign} makes them
     */
    public static String add(String note, VerifierKey witness, String lines) {
        List<String> already = SignedNote.signatureLines(note);
        StringBuilder more = new StringBuilder(note);
        for (String line : lines.lines().toList()) {
            String alone = SignedNote.text(note) + "\n" + line + "\n";
            if (!already.contains(line) && find(alone, witness).isPresent()) {
                more.append(line).append('\n');
            }
        }
        return more.toString();
    }

    private static Instant verify(String text, VerifierKey witness, byte[] signature) {
        if (signature.length == SIGNATURE_BYTES) {
            long second = ByteBuffer.wrap(signature).getLong();
            byte[] bare = Arrays.copyOfRange(signature, Long.BYTES, signature.length);
            if (second > 0
                    && second <= Instant.MAX.getEpochSecond()
                    && Ed25519.verifies(witness.key(), message(text, second), bare)) {
                return Instant.ofEpochSecond(second);
            }
        }
        throw new ProofRefusedException("the cosignature of " + witness.name() + " does not hold for this note");
    }

    private static byte[] message(String text, long second) {
        return ("cosignature/v1\ntime " + second + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}

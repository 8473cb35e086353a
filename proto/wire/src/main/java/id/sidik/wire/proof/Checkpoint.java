package id.sidik.wire.proof;

import java.security.MessageDigest;
import java.security.PrivateKey;
import java.util.Base64;

/**
 * The head of a log at one size (C2SP tlog-checkpoint).
 *
 * @param origin names the log
 * @param size leaves in it
 * @param root base64 of the RFC 6962 root over them
 */
public record Checkpoint(String origin, long size, String root) {
    public Checkpoint {
        if (size < 0) {
            throw new ProofRefusedException("a log has no negative size: " + size);
        }
    }

    public static Checkpoint of(String origin, MerkleFrontier frontier) {
        return new Checkpoint(origin, frontier.size(), Base64.getEncoder().encodeToString(frontier.root()));
    }

    /** Reads a checkpoint that {@code verifier} has signed, and whose origin is that key's name. */
    public static Checkpoint verify(String note, VerifierKey verifier) {
        String[] lines = SignedNote.verify(note, verifier).split("\n", -1);
        if (lines.length < 4 || !lines[0].equals(verifier.name())) {
            throw new ProofRefusedException(
                    "a checkpoint has the lines origin, size and root, and its origin is " + verifier.name());
        }
        return new Checkpoint(lines[0], parseSize(lines[1]), lines[2]);
    }

    /** The signed note of this checkpoint. */
    public String sign(PrivateKey key, VerifierKey verifier) {
        return SignedNote.sign(origin + "\n" + size + "\n" + root + "\n", verifier, key);
    }

    /** Says whether these leaves are the ones that the checkpoint vouches for. */
    public boolean vouchesFor(MerkleFrontier frontier) {
        return frontier.size() == size
                && MessageDigest.isEqual(frontier.root(), Base64.getDecoder().decode(root));
    }

    private static long parseSize(String text) {
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            throw new ProofRefusedException("not a size of a log: '" + text + "'");
        }
        return Long.parseLong(text);
    }
}

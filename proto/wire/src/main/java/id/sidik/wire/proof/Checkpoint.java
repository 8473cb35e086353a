package id.sidik.wire.proof;

import java.security.MessageDigest;
import java.security.PrivateKey;
import java.util.Arrays;

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
        var _ = MerkleHash.parse(root);
    }

    public static Checkpoint of(String origin, MerkleFrontier frontier) {
        return new Checkpoint(origin, frontier.size(), MerkleHash.text(frontier.root()));
    }

    /** Reads a checkpoint that {@code verifier} has signed, and whose origin is that key's name. */
    public static Checkpoint verify(String note, VerifierKey verifier) {
        Checkpoint checkpoint = read(SignedNote.verify(note, verifier));
        if (!checkpoint.origin().equals(verifier.name())) {
            throw new ProofRefusedException("the origin of this checkpoint must be " + verifier.name());
        }
        return checkpoint;
    }

    /**
     * Reads the text of a note whose signatures somebody has checked, or will. Extension lines are passed over.
     *
     * @throws ProofRefusedException when it is not the text of a checkpoint
     */
    public static Checkpoint read(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || Arrays.stream(lines, 0, lines.length - 1).anyMatch(String::isEmpty)) {
            throw new ProofRefusedException("a checkpoint has the lines origin, size and root, and no empty one");
        }
        return new Checkpoint(lines[0], parseSize(lines[1]), lines[2]);
    }

    /** The root as its 32 bytes. */
    public byte[] rootHash() {
        return MerkleHash.parse(root);
    }

    /** The signed note of this checkpoint. */
    public String sign(PrivateKey key, VerifierKey verifier) {
        return SignedNote.sign(origin + "\n" + size + "\n" + root + "\n", verifier, key);
    }

    /** Says whether these leaves are the ones that the checkpoint vouches for. */
    public boolean vouchesFor(MerkleFrontier frontier) {
        return frontier.size() == size && MessageDigest.isEqual(frontier.root(), rootHash());
    }

    /** A decimal number without leading zeros, below 10^18, as sizes and indexes of logs are written. */
    private static long parseSize(String text) {
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            throw new ProofRefusedException("not a size of a log: '" + text + "'");
        }
        return Long.parseLong(text);
    }
}

package id.sidik.wire.tlog;

import id.sidik.wire.proof.MerkleHash;
import id.sidik.wire.proof.ProofRefusedException;
import id.sidik.wire.proof.SignedNote;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a log asks of a witness: here is a head, and that it goes on from the one you know (C2SP tlog-witness, add-checkpoint).
 *
 * @param oldSize of the head that the witness cosigned last; 0 if it never did
 * @param proof base64 of the hashes of the consistency proof
 * @param checkpoint the new head, as its log signed it
 */
public record AddCheckpoint(long oldSize, List<String> proof, String checkpoint) {
    /** Longer than any request. */
    public static final int CHARS_MAX = SignedNote.CHARS_MAX + 8_192;

    /** What follows the witness's URL. */
    public static final String PATH = "add-checkpoint";

    /** Media type of a witness's word that it knows another size. */
    public static final String SIZE_MEDIA_TYPE = "text/x.tlog.size";

    private static final int PROOF_MAX = 63;
    private static final String OLD = "old ";
    private static final Pattern OLD_LINE = Pattern.compile("old (0|[1-9][0-9]{0,17})");

    public AddCheckpoint {
        proof = List.copyOf(proof);
        if (oldSize < 0 || proof.size() > PROOF_MAX) {
            throw new ProofRefusedException("a size from 0 on, and at most " + PROOF_MAX + " hashes");
        }
        proof.forEach(MerkleHash::parse);
    }

    /** A request with hashes as they are. */
    public static AddCheckpoint of(long oldSize, List<byte[]> proof, String checkpoint) {
        return new AddCheckpoint(oldSize, proof.stream().map(MerkleHash::text).toList(), checkpoint);
    }

    public String text() {
        StringBuilder text = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }

    /**
     * Reads what {@link #text} wrote; checks nothing but the form.
     *
     * @throws ProofRefusedException if the form is another
     */
    public static AddCheckpoint parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0 || text.length() > CHARS_MAX) {
            throw new ProofRefusedException("a request has an old size, a proof, an empty line and a checkpoint");
        }
        List<String> lines = text.substring(0, end).lines().toList();
        if (lines.isEmpty() || !OLD_LINE.matcher(lines.getFirst()).matches()) {
            throw new ProofRefusedException("a request begins with the line 'old SIZE'");
        }
        return new AddCheckpoint(
                Long.parseLong(lines.getFirst().substring(OLD.length())),
                lines.subList(1, lines.size()),
                text.substring(end + 2));
    }

    /** The hashes as they are. */
    public List<byte[]> hashes() {
        return proof.stream().map(MerkleHash::parse).toList();
    }
}

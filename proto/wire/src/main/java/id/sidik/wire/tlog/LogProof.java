package id.sidik.wire.tlog;

import id.sidik.wire.proof.MerkleHash;
import id.sidik.wire.proof.MerkleProof;
import id.sidik.wire.proof.ProofRefusedException;
import id.sidik.wire.proof.SignedNote;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * That an entry is in a log, to be carried and checked without it (C2SP tlog-proof@v1).
 *
 * @param index of the entry, from 0
 * @param extra base64 of whatever its user needs beside; it is not authenticated
 * @param path base64 of the siblings, from the leaf's up
 * @param checkpoint the signed head, with the cosignatures that it had, as it is
 */
public record LogProof(long index, Optional<String> extra, List<String> path, String checkpoint) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1\n";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int PATH_MAX = 63;
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    public LogProof {
        path = List.copyOf(path);
        if (index < 0 || path.size() > PATH_MAX) {
            throw new ProofRefusedException("a proof has an index from 0 on, and at most " + PATH_MAX + " hashes");
        }
        path.forEach(MerkleHash::parse);
    }

    /** A proof of hashes as they are. */
    public static LogProof of(long index, List<byte[]> path, String checkpoint) {
        return new LogProof(
                index, Optional.empty(), path.stream().map(MerkleHash::text).toList(), checkpoint);
    }

    public String text() {
        StringBuilder text = new StringBuilder(HEADER);
        extra.ifPresent(data -> text.append(EXTRA).append(data).append('\n'));
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }

    /**
     * Reads what {@link #text} wrote; checks nothing but the form.
     *
     * @throws ProofRefusedException if the form is another
     */
    public static LogProof parse(String text) {
        if (!text.startsWith(HEADER) || text.length() > 2 * SignedNote.CHARS_MAX) {
            throw new ProofRefusedException("a proof begins with the line c2sp.org/tlog-proof@v1");
        }
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw new ProofRefusedException("a proof has an empty line before its checkpoint; this has none");
        }
        List<String> lines = text.substring(HEADER.length(), end).lines().toList();
        boolean hasExtra = !lines.isEmpty() && lines.getFirst().startsWith(EXTRA);
        Optional<String> extra = hasExtra ? Optional.of(lines.getFirst().substring(EXTRA.length())) : Optional.empty();
        List<String> rest = lines.subList(hasExtra ? 1 : 0, lines.size());
        if (rest.isEmpty() || !rest.getFirst().startsWith(INDEX)) {
            throw new ProofRefusedException("a proof has an index line; this has none");
        }
        return new LogProof(
                number(rest.getFirst().substring(INDEX.length())),
                extra,
                rest.subList(1, rest.size()),
                text.substring(end + 2));
    }

    /**
     * Checks the head by the policy and the leaf by the head.
     *
     * @param leafHash as {@link MerkleHash#leaf} makes it of the entry
     * @throws ProofRefusedException naming what does not hold
     */
    public WitnessedHead verify(byte[] leafHash, TrustPolicy policy) {
        WitnessedHead head = policy.verify(checkpoint);
        List<byte[]> siblings = path.stream().map(MerkleHash::parse).toList();
        if (!MerkleProof.includes(
                index,
                head.checkpoint().size(),
                leafHash,
                siblings,
                head.checkpoint().rootHash())) {
            throw new ProofRefusedException(
                    "the log of " + head.checkpoint().size() + " entries does not have this one at index " + index);
        }
        return head;
    }

    private static long number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new ProofRefusedException("not an index in a log: '" + text + "'");
        }
        return Long.parseLong(text);
    }
}

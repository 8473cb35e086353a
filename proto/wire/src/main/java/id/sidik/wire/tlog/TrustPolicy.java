package id.sidik.wire.tlog;

import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.Cosignature;
import id.sidik.wire.proof.ProofRefusedException;
import id.sidik.wire.proof.SignedNote;
import id.sidik.wire.proof.VerifierKey;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whose logs are believed, and who must have witnessed their heads. As text, one a line:
 *
 * <pre>
 * log VERIFIER-KEY [URL]
 * witness NAME VERIFIER-KEY [URL]
 * group NAME any|all|K MEMBER...        members are witnesses or groups named above
 * quorum NAME|none
 * </pre>
 *
 * Words are parted by spaces, {@code #} begins a comment. The log asks the witnesses at their URLs; whoever checks needs none.
 *
 * @param logs by origin
 * @param witnesses by their names in the policy, in the order of the text
 * @param groups by name
 * @param quorum the witness or group that must have cosigned; empty if none
 */
public record TrustPolicy(
        Map<String, VerifierKey> logs,
        Map<String, Witness> witnesses,
        Map<String, Group> groups,
        Optional<String> quorum) {
    /** More lines than any policy needs. */
    public static final int LINES_MAX = 256;

    private static final String NO_QUORUM = "none";

    /** Somebody who cosigns; asked at {@code url}, which ends in a slash. */
    public record Witness(VerifierKey key, Optional<URI> url) {}

    /** So many of these members, each a witness or a group, stand for the group. */
    public record Group(int needed, List<String> members) {
        public Group {
            members = List.copyOf(members);
            if (needed < 1 || needed > members.size()) {
                throw new IllegalArgumentException("a group of " + members.size() + " members cannot need " + needed);
            }
        }
    }

    public TrustPolicy {
        logs = Map.copyOf(logs);
        witnesses = Collections.unmodifiableMap(new LinkedHashMap<>(witnesses));
        groups = Map.copyOf(groups);
    }

    /** Believes one log, witnessed or not. */
    public static TrustPolicy of(VerifierKey log) {
        return new TrustPolicy(Map.of(log.name(), log), Map.of(), Map.of(), Optional.empty());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException naming the line and what is wrong with it
     */
    public static TrustPolicy parse(String text) {
        return new PolicyText().read(text);
    }

    /** The same policy for one more log. */
    public TrustPolicy trusting(VerifierKey log) {
        Map<String, VerifierKey> more = new LinkedHashMap<>(logs);
        more.put(log.name(), log);
        return new TrustPolicy(more, witnesses, groups, quorum);
    }

    /**
     * The head in a note, if its log signed it and enough witnesses did.
     *
     * @throws ProofRefusedException naming who is missing, or whose signature does not hold
     */
    public WitnessedHead verify(String note) {
        String origin = Checkpoint.read(SignedNote.text(note)).origin();
        VerifierKey log = logs.get(origin);
        if (log == null) {
            throw new ProofRefusedException("the log " + origin + " is not one that the policy names");
        }
        Checkpoint head = Checkpoint.verify(note, log);
        Map<String, Instant> seen = new TreeMap<>();
        witnesses.forEach(
                (name, witness) -> Cosignature.find(note, witness.key()).ifPresent(at -> seen.put(name, at)));
        quorum.filter(name -> !satisfied(name, seen)).ifPresent(name -> {
            throw new ProofRefusedException(
                    "the head at " + head.size() + " entries is not witnessed as the policy asks: " + name
                            + " needs more than " + (seen.isEmpty() ? "nobody" : String.join(", ", seen.keySet())));
        });
        return new WitnessedHead(head, seen);
    }

    private boolean satisfied(String name, Map<String, Instant> seen) {
        Group group = groups.get(name);
        return group == null
                ? seen.containsKey(name)
                : group.members().stream()
                                .filter(member -> satisfied(member, seen))
                                .count()
                        >= group.needed();
    }

    static boolean isNoQuorum(String word) {
        return word.equals(NO_QUORUM);
    }
}

package id.sidik.bridge.console;

import id.sidik.eligibility.v1.AuditEvent;
import id.sidik.eligibility.v1.EligibilityServiceGrpc.EligibilityServiceBlockingStub;
import id.sidik.eligibility.v1.GetAuditHeadRequest;
import id.sidik.eligibility.v1.GetAuditHeadResponse;
import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.MerkleFrontier;
import id.sidik.wire.proof.MerkleHash;
import id.sidik.wire.proof.ProofRefusedException;
import id.sidik.wire.proof.VerifierKey;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Rebuilds the audit log's tree from its events and believes nothing else. Holds one event at a time. */
public final class AuditReplay {
    private AuditReplay() {}

    /**
     * Reads the whole log and holds it against its signed head.
     *
     * @param pinned the key that the head must be signed with; the service's own word is taken when there is none
     * @param earlier a signed head that was kept: the log must still begin with what it vouched for
     * @return the head that holds
     * @throws ProofRefusedException naming the first thing that does not hold
     */
    public static Checkpoint verify(
            EligibilityServiceBlockingStub gate, Optional<VerifierKey> pinned, Optional<String> earlier) {
        return verify(gate, pinned, earlier, Optional.empty());
    }

    /**
     * As above, and through a head that witnesses have seen.
     *
     * @param witnessed a head whose signatures were checked, of this log
     */
    static Checkpoint verify(
            EligibilityServiceBlockingStub gate,
            Optional<VerifierKey> pinned,
            Optional<String> earlier,
            Optional<Checkpoint> witnessed) {
        GetAuditHeadResponse answer = gate.getAuditHead(GetAuditHeadRequest.getDefaultInstance());
        VerifierKey key = pinned.orElseGet(() -> VerifierKey.parse(answer.getVerifierKey()));
        Checkpoint head = Checkpoint.verify(answer.getCheckpoint(), key);
        List<Checkpoint> kept = Stream.concat(
                        earlier.map(note -> Checkpoint.verify(note, key)).stream(), witnessed.stream())
                .toList();
        kept.stream().filter(old -> old.size() > head.size()).findFirst().ifPresent(old -> {
            throw new ProofRefusedException(String.format(
                    Locale.ROOT, "the log was cut: it had %d events and now has %d", old.size(), head.size()));
        });

        MerkleFrontier frontier = new MerkleFrontier();
        requireKept(kept, frontier);
        Iterator<AuditEvent> events = new AuditEvents(gate, 0, head.size());
        while (frontier.size() < head.size()) {
            append(events, frontier);
            requireKept(kept, frontier);
        }
        if (!head.vouchesFor(frontier)) {
            throw new ProofRefusedException("the root over all " + head.size()
                    + " events is not the one that the head was signed for: an event was changed, dropped or moved");
        }
        return head;
    }

    private static void append(Iterator<AuditEvent> events, MerkleFrontier frontier) {
        if (!events.hasNext()) {
            throw new ProofRefusedException(
                    "the log ends after " + frontier.size() + " events, before its signed head");
        }
        AuditEvent event = events.next();
        byte[] leaf = MerkleHash.leaf(event.getContent().toByteArray());
        if (event.getIndex() != frontier.size()
                || !MessageDigest.isEqual(leaf, event.getLeafHash().toByteArray())) {
            throw new ProofRefusedException(
                    "event " + frontier.size() + " is not what its hash was made from, or stands in another's place");
        }
        frontier.append(leaf);
    }

    private static void requireKept(List<Checkpoint> kept, MerkleFrontier frontier) {
        kept.stream()
                .filter(old -> old.size() == frontier.size() && !old.vouchesFor(frontier))
                .findFirst()
                .ifPresent(old -> {
                    throw new ProofRefusedException("the log was rewritten: its first " + old.size()
                            + " events are not those of the head that was kept or witnessed");
                });
    }
}

package id.sidik.eligibility.transparency;

import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.Cosignature;
import id.sidik.wire.proof.ProofRefusedException;
import id.sidik.wire.proof.SignedNote;
import id.sidik.wire.tlog.AddCheckpoint;
import id.sidik.wire.tlog.TrustPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the newest head to each witness and publishes it with their cosignatures once there are as many as the policy asks for. One
 * thread runs it; a witness that does not answer, or refuses, holds up nobody but the published head.
 */
public final class WitnessRound implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessRound.class);

    private final PublishedLog log;
    private final TrustPolicy policy;
    private final WitnessClient client;
    private final Map<String, Long> rememberedSizes = new TreeMap<>();
    private volatile Map<String, String> words = Map.of();
    private long askedForSize = -1;

    /**
     * Asks nobody yet.
     *
     * @param policy trusts our log, and names the witnesses with their addresses
     */
    public WitnessRound(PublishedLog log, TrustPolicy policy, HttpClient http) {
        this.log = log;
        this.policy = policy;
        this.client = new WitnessClient(http);
    }

    /** Asks every witness that has an address, once; nothing if the head is the one that enough cosigned already. */
    @Override
    public void run() {
        try {
            askAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void askAll() throws InterruptedException {
        var _ = log.catchUp();
        String note = log.newest();
        Checkpoint head = Checkpoint.read(SignedNote.text(note));
        if (head.size() == askedForSize) {
            return;
        }
        String cosigned = note;
        Map<String, String> said = new TreeMap<>();
        for (Map.Entry<String, TrustPolicy.Witness> witness : policy.witnesses().entrySet()) {
            if (witness.getValue().url().isPresent()) {
                WitnessAnswer answer = ask(witness.getKey(), witness.getValue(), head, note);
                cosigned = taken(answer, cosigned, witness.getKey(), witness.getValue(), said);
            }
        }
        words = Map.copyOf(said);
        publish(cosigned, head);
    }

    /** What became of each witness in the last round, one sentence each. */
    public List<String> words() {
        List<String> sentences = new ArrayList<>();
        new TreeMap<>(words).forEach((name, said) -> sentences.add(name + ": " + said));
        return sentences;
    }

    private void publish(String cosigned, Checkpoint head) {
        try {
            var _ = policy.verify(cosigned);
            log.witnessed(cosigned);
            askedForSize = head.size();
        } catch (ProofRefusedException tooFew) {
            LOG.warn("{}; {}", tooFew.getMessage(), words());
        } catch (IOException e) {
            throw new UncheckedIOException("the witnessed head cannot be written", e);
        }
    }

    /** A witness that remembers another size than we thought is asked once more, from there. */
    private WitnessAnswer ask(String name, TrustPolicy.Witness witness, Checkpoint head, String note)
            throws InterruptedException {
        WitnessAnswer answer = askFrom(rememberedSizes.getOrDefault(name, 0L), witness, head, note);
        return answer instanceof WitnessAnswer.OtherSize(long remembered) && remembered <= head.size()
                ? askFrom(remembered, witness, head, note)
                : answer;
    }

    private WitnessAnswer askFrom(long size, TrustPolicy.Witness witness, Checkpoint head, String note)
            throws InterruptedException {
        return client.ask(witness.url().orElseThrow(), AddCheckpoint.of(size, log.consistency(size, head), note));
    }

    private String taken(
            WitnessAnswer answer, String note, String name, TrustPolicy.Witness witness, Map<String, String> said) {
        switch (answer) {
            case WitnessAnswer.Cosigned(String lines) -> {
                Optional<String> more = added(note, witness, lines);
                said.put(name, more.isPresent() ? "cosigned" : "sent a signature that does not hold");
                Checkpoint head = Checkpoint.read(SignedNote.text(note));
                more.ifPresent(_ -> rememberedSizes.put(name, head.size()));
                return more.orElse(note);
            }
            case WitnessAnswer.OtherSize(long remembered) ->
                said.put(name, "has seen " + remembered + " events of this log, which has fewer: was it cut?");
            case WitnessAnswer.Refused(int status, String why) -> said.put(name, "refused with " + status + ": " + why);
            case WitnessAnswer.Unreachable(String why) -> said.put(name, "does not answer: " + why);
        }
        return note;
    }

    private static Optional<String> added(String note, TrustPolicy.Witness witness, String lines) {
        try {
            String more = Cosignature.add(note, witness.key(), lines);
            return more.equals(note) ? Optional.empty() : Optional.of(more);
        } catch (ProofRefusedException e) {
            return Optional.empty();
        }
    }
}

package id.sidik.wire.tlog;

import id.sidik.wire.proof.Checkpoint;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A head that a policy accepts.
 *
 * @param witnesses when each witness of the policy saw it, by the witness's name in the policy; those that did
 */
public record WitnessedHead(Checkpoint checkpoint, Map<String, Instant> witnesses) {
    public WitnessedHead {
        witnesses = Collections.unmodifiableMap(new TreeMap<>(witnesses));
    }
}

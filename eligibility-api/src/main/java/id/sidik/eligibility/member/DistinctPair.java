package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import java.time.Instant;

/**
 * Officers have found that two who look alike are two. The search for duplicates does not hold either of them up for the other again.
 *
 * @param nid and {@code other}: one of two records, so that either finds the other
 */
public record DistinctPair(Nid nid, Nid other, String caseId, Instant at) {
    public DistinctPair {
        if (nid.equals(other)) {
            throw new IllegalArgumentException("a pair is two");
        }
    }

    /** The same, seen from the other. */
    public DistinctPair reversed() {
        return new DistinctPair(other, nid, caseId, at);
    }
}

package id.sidik.eligibility.matching;

import id.sidik.biometrics.v1.Coverage;
import java.time.Duration;
import java.util.List;

/**
 * What a search of everybody found.
 *
 * @param candidates best first
 * @param targetFpir the one that was applied
 * @param searchTime without decoding and extraction
 */
public record Identification(
        List<MatchCandidate> candidates, Coverage coverage, double targetFpir, Duration searchTime) {
    public Identification {
        candidates = List.copyOf(candidates);
    }
}

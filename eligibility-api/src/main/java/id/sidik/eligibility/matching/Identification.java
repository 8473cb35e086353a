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
 * @param partial whether somebody was not searched: no candidate does not mean nobody
 * @param galleryVersion which was searched; grows with each change
 * @param subjectsConsidered how many passed the filter where the search came to
 */
public record Identification(
        List<MatchCandidate> candidates,
        Coverage coverage,
        double targetFpir,
        Duration searchTime,
        boolean partial,
        long galleryVersion,
        long subjectsConsidered) {
    public Identification {
        candidates = List.copyOf(candidates);
    }
}

package id.sidik.engine.gallery;

import java.util.List;

/**
 * What a search found, and how much of the gallery it saw.
 *
 * @param candidates best first; "none" means "nobody" only if the search is not {@linkplain #partial partial}
 * @param version of the gallery that was searched
 * @param subjectsConsidered how many subjects passed the filter where the search came to; FPIRs are for this number
 */
public record SearchResult(
        List<Candidate> candidates, PartitionCoverage coverage, long version, long subjectsConsidered) {
    public SearchResult {
        candidates = List.copyOf(candidates);
    }

    /** Whether something of the gallery was not searched: it is loading, or the time ran out. */
    public boolean partial() {
        return !coverage.complete();
    }
}

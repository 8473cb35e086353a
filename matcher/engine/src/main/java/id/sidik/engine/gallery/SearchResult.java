package id.sidik.engine.gallery;

import java.util.List;

/**
 * What a search found, and how much of the gallery it saw.
 *
 * @param candidates best first; "none" means "nobody" only if the coverage is complete
 */
public record SearchResult(List<Candidate> candidates, PartitionCoverage coverage) {
    public SearchResult {
        candidates = List.copyOf(candidates);
    }
}

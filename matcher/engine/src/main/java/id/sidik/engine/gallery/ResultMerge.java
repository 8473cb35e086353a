package id.sidik.engine.gallery;

import id.sidik.engine.calibration.Calibration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Makes one answer of those of the partitions. */
final class ResultMerge {
    private final SearchRequest request;
    private final int partitionCount;
    private final long version;
    private final BitSet vouched;
    private final List<PartitionSearch.Hit> hits = new ArrayList<>();
    private long searchedReferences;
    private long subjectsConsidered;

    ResultMerge(SearchRequest request, int partitionCount, long version) {
        this.request = request;
        this.partitionCount = partitionCount;
        this.version = version;
        this.vouched = new BitSet(partitionCount);
    }

    /** Takes the answer of a partition that was searched whole. */
    void vouch(int partition, PartitionSearch.Answer answer) {
        vouched.set(partition);
        searchedReferences += answer.searchedReferences();
        takeHits(answer);
    }

    /** Takes one answer of several partitions that were searched whole. */
    void vouch(BitSet partitions, PartitionSearch.Answer answer) {
        vouched.or(partitions);
        searchedReferences += answer.searchedReferences();
        takeHits(answer);
    }

    /** Takes what was found in a partition until the time ran out; it does not vouch. */
    void takeHits(PartitionSearch.Answer answer) {
        hits.addAll(answer.hits());
        subjectsConsidered += answer.subjectsConsidered();
    }

    SearchResult result() {
        List<Candidate> candidates = hits.stream()
                .sorted(PartitionSearch.BEST_FIRST)
                .limit(request.candidatesMax())
                .map(hit -> new Candidate(
                        hit.subjectId(), hit.fmr(), Calibration.fpirAt(hit.fmr(), subjectsConsidered), hit.finger()))
                .takeWhile(candidate -> candidate.fpir() <= request.targetFpir())
                .toList();
        return new SearchResult(
                candidates,
                new PartitionCoverage(partitionCount, vouched, searchedReferences),
                version,
                subjectsConsidered);
    }
}

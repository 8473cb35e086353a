package id.sidik.benchmarks.identify;

import id.sidik.engine.gallery.Candidate;
import java.util.List;
import java.util.Set;

/**
 * What a search for an enrolled person returned; who may be the same person under another id is passed over.
 *
 * @param mateRank from 1; 0 if the mate was not returned
 * @param mateScore how alike, as the negative logarithm of the FMR; below 0 if the mate was not returned
 * @param strangerScore of the best stranger; below 0 if there was none
 */
record Found(int mateRank, double mateScore, double strangerScore) {
    static final double NOBODY = -1;

    static Found of(List<Candidate> candidates, String mateId, Set<String> doubles) {
        int mateRank = 0;
        double mateScore = NOBODY;
        double strangerScore = NOBODY;
        List<Candidate> others = candidates.stream()
                .filter(candidate -> !doubles.contains(candidate.subjectId()))
                .toList();
        for (int rank = 1; rank <= others.size(); rank++) {
            Candidate candidate = others.get(rank - 1);
            double score = -Math.log10(candidate.fmr());
            if (candidate.subjectId().equals(mateId)) {
                mateRank = rank;
                mateScore = score;
            } else {
                strangerScore = Math.max(strangerScore, score);
            }
        }
        return new Found(mateRank, mateScore, strangerScore);
    }
}

package id.sidik.benchmarks.identify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.rates.ErrorCurve;
import id.sidik.benchmarks.rates.Scores;
import java.util.List;

/**
 * What searches find and miss. FPIR: the share of searches by somebody who is not enrolled that return a candidate; FNIR: the share
 * of searches by somebody who is enrolled that do not return her, at any rank. The limit is the lowest at which the measured FPIR is
 * at most the given one.
 *
 * @param rank1 share of mated searches in which the mate comes first
 */
record IdentificationRates(double rank1, double fnirAtFpir1e2, double fnirAtFpir1e3) {
    /**
     * The rates of these searches.
     *
     * @param mated searches in a gallery with the person
     * @param nonMated searches in one without; their mates are not looked at
     */
    static IdentificationRates of(List<Found> mated, List<Found> nonMated) {
        Scores scores = new Scores(
                mated.stream().mapToDouble(found -> orNever(found.mateScore())).toArray(),
                nonMated.stream()
                        .mapToDouble(found -> orNever(found.strangerScore()))
                        .toArray());
        ErrorCurve curve = ErrorCurve.of(scores);
        return new IdentificationRates(
                mated.stream().filter(found -> found.mateRank() == 1).count() / (double) mated.size(),
                curve.fnmrAt(1e-2),
                curve.fnmrAt(1e-3));
    }

    private static double orNever(double score) {
        return score < 0 ? Scores.NEVER_MATCHES : score;
    }

    void writeTo(ObjectNode json) {
        json.put("rank1", rank1);
        json.put("fnirAtFpir1e2", fnirAtFpir1e2);
    }
}

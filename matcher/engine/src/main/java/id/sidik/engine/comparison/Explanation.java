package id.sidik.engine.comparison;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a comparison scored as it did: what an adjudicator wants to see.
 *
 * @param score the comparison's own
 * @param pairs minutiae that were taken for one another, in no order
 * @param turnDeg how far the probe is turned to lie on the reference, clockwise on a screen, in (-180, 180]
 * @param shiftXPx where the probe's upper left corner comes to lie in the reference, at 500 dpi
 * @param shiftYPx likewise
 * @param company of pairs: fit × share of their neighbours that are paired, summed
 * @param likelyCompany likewise, each neighbour weighed by its likelihood
 * @param unpaired logarithm of 1 + the summed quality of minutiae that should have been paired and were not
 * @param parallelRidges mean cosine of twice the angle between the ridges over the overlap: 1 parallel, 0 as by chance
 * @param overlap logarithm of 1 + the cells of 16 x 16 px in which both prints lie
 */
public record Explanation(
        double score,
        List<Pair> pairs,
        double turnDeg,
        double shiftXPx,
        double shiftYPx,
        double company,
        double likelyCompany,
        double unpaired,
        double parallelRidges,
        double overlap) {
    /** Of prints in which no two minutiae are alike. */
    public static final Explanation NOTHING_IN_COMMON = new Explanation(0, List.of(), 0, 0, 0, 0, 0, 0, 0, 0);

    /**
     * A minutia of the probe and one of the reference, as numbered in their templates.
     *
     * @param likelihood that they are one, 0 to 1, from this pair alone
     * @param distancePx between where the first was expected, after distortion, and the second
     */
    public record Pair(int probeMinutia, int referenceMinutia, double likelihood, double distancePx) {}

    public Explanation {
        pairs = List.copyOf(pairs);
    }

    static Explanation of(
            double score, PrintGeometry probe, PrintGeometry reference, Pairing pairing, Evidence evidence) {
        RigidMotion motion = pairing.motion();
        return new Explanation(
                score,
                pairs(probe, reference, pairing, evidence),
                motion.turnDeg(),
                motion.x(0, 0),
                motion.y(0, 0),
                evidence.company(),
                evidence.likelyCompany(),
                evidence.unpaired(),
                evidence.parallelRidges(),
                evidence.overlap());
    }

    private static List<Pair> pairs(PrintGeometry probe, PrintGeometry reference, Pairing pairing, Evidence evidence) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < probe.count(); i++) {
            int j = pairing.mate(i);
            if (j != Pairing.NONE) {
                pairs.add(new Pair(
                        probe.numberInTemplate(i),
                        reference.numberInTemplate(j),
                        evidence.likelihood(i),
                        Math.sqrt(pairing.squaredError(i, reference, j))));
            }
        }
        return pairs;
    }
}

package id.sidik.engine.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Why a comparison scored as it did: what an adjudicator wants to see. Minutiae are numbered as in their templates.
 *
 * @param score the comparison's own
 * @param parts what the score is the sum of, unless that is less than 0; empty if nothing was worth weighing
 * @param pairs minutiae that were taken for one another, in no order
 * @param probeUnpaired minutiae of the probe that should have been paired, since they lie well inside both prints, and were not
 * @param referenceUnpaired likewise of the reference
 * @param turnDeg how far the probe is turned to lie on the reference, clockwise on a screen, in (-180, 180]
 * @param shiftXPx where the probe's upper left corner comes to lie in the reference, at 500 dpi
 * @param shiftYPx likewise
 * @param probeScale how much larger the probe had to be made first, since its ridges lie closer together than the reference's; 1 if
 *     its resolution was taken as labelled
 */
public record Explanation(
        double score,
        List<Part> parts,
        List<Pair> pairs,
        List<Integer> probeUnpaired,
        List<Integer> referenceUnpaired,
        double turnDeg,
        double shiftXPx,
        double shiftYPx,
        double probeScale) {
    /** Of prints in which no two minutiae are alike. */
    public static final Explanation NOTHING_IN_COMMON =
            new Explanation(0, List.of(), List.of(), List.of(), List.of(), 0, 0, 0, 1);

    /**
     * One term of the evidence.
     *
     * @param value in the term's own unit
     * @param pointsPerUnit of the score
     */
    public record Part(EvidenceTerm term, double value, double pointsPerUnit) {
        public double points() {
            return value * pointsPerUnit;
        }
    }

    /**
     * A minutia of the probe and one of the reference.
     *
     * @param likelihood that they are one, 0 to 1, from this pair alone
     * @param distancePx between where the first was expected, after distortion, and the second
     */
    public record Pair(int probeMinutia, int referenceMinutia, double likelihood, double distancePx) {}

    public Explanation {
        parts = List.copyOf(parts);
        pairs = List.copyOf(pairs);
        probeUnpaired = List.copyOf(probeUnpaired);
        referenceUnpaired = List.copyOf(referenceUnpaired);
    }

    static Explanation of(
            double score,
            double probeScale,
            PrintGeometry probe,
            PrintGeometry reference,
            SimilarMinutiae similar,
            Pairing pairing,
            Evidence evidence) {
        RigidMotion motion = pairing.motion();
        return new Explanation(
                score,
                ScoreModel.parts(evidence),
                pairs(probe, reference, similar, pairing),
                numbers(probe, evidence::isProbeMissed),
                numbers(reference, evidence::isReferenceMissed),
                motion.turnDeg(),
                motion.x(0, 0),
                motion.y(0, 0),
                probeScale);
    }

    private static List<Pair> pairs(
            PrintGeometry probe, PrintGeometry reference, SimilarMinutiae similar, Pairing pairing) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < probe.count(); i++) {
            int j = pairing.mate(i);
            if (j != Pairing.NONE) {
                pairs.add(new Pair(
                        probe.numberInTemplate(i),
                        reference.numberInTemplate(j),
                        PairLikelihood.of(
                                pairing.squaredError(i, reference, j),
                                pairing.turnError(probe, i, reference, j),
                                similar.similarity(i, j),
                                probe.sameType(i, reference, j)),
                        Math.sqrt(pairing.squaredError(i, reference, j))));
            }
        }
        return pairs;
    }

    private static List<Integer> numbers(PrintGeometry print, IntPredicate isMeant) {
        return IntStream.range(0, print.count())
                .filter(isMeant)
                .map(print::numberInTemplate)
                .boxed()
                .toList();
    }
}

package id.sidik.engine.comparison;

import id.sidik.engine.comparison.Explanation.Part;
import java.util.List;

/**
 * From the parts of the evidence to a score: logistic regression over genuine and impostor pairs of the development sets, scaled
 * so that ten points are about one power of ten of the false match rate. Each weight has the sign that its part's meaning asks
 * for. Fitted by {@code ./sidik bench calibrate}; the figures of left-out fingers and sets are in docs/accuracy.md.
 */
final class ScoreModel {
    private static final double COMPANY = 0.945;
    private static final double UNPAIRED = -7.114;
    private static final double CLUTTER = 3.202;
    private static final double OVERLAP = 5.777;
    private static final double CROSSING = -1.277;
    private static final double SUPPORT = 1.374;
    private static final double SURPRISE = 3.899;
    private static final double INTERCEPT = -34.897;

    /** Takes the logit to a score of about 40 at a false match rate of 1e-4 and ten more for a power of ten. */
    private static final double POINTS_PER_LOGIT = 4;

    private static final double LOGIT_AT_ZERO = -11.25;

    private ScoreModel() {}

    /** From 0. */
    static double score(Evidence evidence) {
        double logit = INTERCEPT
                + COMPANY * evidence.company()
                + UNPAIRED * evidence.unpaired()
                + CLUTTER * evidence.clutter()
                + OVERLAP * evidence.overlap()
                + CROSSING * evidence.crossing()
                + SUPPORT * evidence.support()
                + SURPRISE * evidence.surprise();
        return Math.max(0, POINTS_PER_LOGIT * (logit - LOGIT_AT_ZERO));
    }

    /** What each part of the evidence brought; their sum is the score, or less than nothing where the score is 0. */
    static List<Part> parts(Evidence evidence) {
        return List.of(
                new Part(EvidenceTerm.STRANGERS, 1, POINTS_PER_LOGIT * (INTERCEPT - LOGIT_AT_ZERO)),
                new Part(EvidenceTerm.COMPANY, evidence.company(), POINTS_PER_LOGIT * COMPANY),
                new Part(EvidenceTerm.UNPAIRED, evidence.unpaired(), POINTS_PER_LOGIT * UNPAIRED),
                new Part(EvidenceTerm.CLUTTER, evidence.clutter(), POINTS_PER_LOGIT * CLUTTER),
                new Part(EvidenceTerm.OVERLAP, evidence.overlap(), POINTS_PER_LOGIT * OVERLAP),
                new Part(EvidenceTerm.CROSSING, evidence.crossing(), POINTS_PER_LOGIT * CROSSING),
                new Part(EvidenceTerm.SUPPORT, evidence.support(), POINTS_PER_LOGIT * SUPPORT),
                new Part(EvidenceTerm.SURPRISE, evidence.surprise(), POINTS_PER_LOGIT * SURPRISE));
    }
}

package id.sidik.engine.comparison;

import id.sidik.engine.comparison.Explanation.Part;
import java.util.List;

/**
 * From the parts of the evidence to a score: logistic regression over genuine and impostor pairs of the development sets, scaled
 * so that ten points are about one power of ten of the false match rate. Each weight has the sign that its part's meaning asks
 * for. Fitted by {@code ./sidik bench calibrate}; the figures of left-out fingers and sets are in docs/accuracy.md.
 */
final class ScoreModel {
    private static final double COMPANY = 0.776;
    private static final double CLEAR_PAIRS = 7.220;
    private static final double UNPAIRED = -8.406;
    private static final double CLUTTER = 1.618;
    private static final double OVERLAP = 7.849;
    private static final double CROSSING = -1.365;
    private static final double RIDGES = 19.588;
    private static final double INTERCEPT = -39.239;

    /** Less than one finger in a hundred is laid down turned by more than a quarter, while of chance's turns half are larger. */
    private static final double UNUSUAL_TURN = -5;

    /** Takes the logit to a score of about 40 at a false match rate of 1e-4 and ten more for a power of ten. */
    private static final double POINTS_PER_LOGIT = 4;

    private static final double LOGIT_AT_ZERO = -11.25;

    /** The most that the ridges bring to a score. */
    static final double RIDGES_MAX = POINTS_PER_LOGIT * RIDGES * Evidence.ridgesMax();

    private ScoreModel() {}

    /** From 0. */
    static double score(Evidence evidence) {
        double logit = start(evidence)
                + COMPANY * evidence.company()
                + CLEAR_PAIRS * evidence.clearPairs()
                + UNPAIRED * evidence.unpaired()
                + CLUTTER * evidence.clutter()
                + OVERLAP * evidence.overlap()
                + CROSSING * evidence.crossing()
                + ridges(evidence) * evidence.ridges();
        return Math.max(0, POINTS_PER_LOGIT * (logit - LOGIT_AT_ZERO));
    }

    private static double start(Evidence evidence) {
        return evidence.isTurnedUnusually() ? INTERCEPT + UNUSUAL_TURN : INTERCEPT;
    }

    private static double ridges(Evidence evidence) {
        return evidence.doRidgesCount() ? RIDGES : 0;
    }

    /** What each part of the evidence brought; their sum is the score, or little where the score is 0. */
    static List<Part> parts(Evidence evidence) {
        return List.of(
                new Part(EvidenceTerm.STRANGERS, 1, POINTS_PER_LOGIT * (start(evidence) - LOGIT_AT_ZERO)),
                new Part(EvidenceTerm.COMPANY, evidence.company(), POINTS_PER_LOGIT * COMPANY),
                new Part(EvidenceTerm.CLEAR_PAIRS, evidence.clearPairs(), POINTS_PER_LOGIT * CLEAR_PAIRS),
                new Part(EvidenceTerm.UNPAIRED, evidence.unpaired(), POINTS_PER_LOGIT * UNPAIRED),
                new Part(EvidenceTerm.CLUTTER, evidence.clutter(), POINTS_PER_LOGIT * CLUTTER),
                new Part(EvidenceTerm.OVERLAP, evidence.overlap(), POINTS_PER_LOGIT * OVERLAP),
                new Part(EvidenceTerm.CROSSING, evidence.crossing(), POINTS_PER_LOGIT * CROSSING),
                new Part(EvidenceTerm.RIDGES, evidence.ridges(), POINTS_PER_LOGIT * ridges(evidence)));
    }
}

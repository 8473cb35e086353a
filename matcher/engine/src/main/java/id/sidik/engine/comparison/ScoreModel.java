package id.sidik.engine.comparison;

/**
 * From the parts of the evidence to a score: logistic regression over genuine and impostor pairs of the development sets, scaled
 * so that ten points are about one power of ten of the false match rate. Each weight has the sign that its part's meaning asks
 * for. Fitted by {@code ./sidik bench calibrate}; the figures of left-out fingers and sets are in docs/accuracy.md.
 */
final class ScoreModel {
    private static final double COMPANY = 1.428;
    private static final double LIKELY_COMPANY = 1.751;
    private static final double UNPAIRED = -4.825;
    private static final double PARALLEL_RIDGES = 9.507;
    private static final double OVERLAP = 5.638;
    private static final double INTERCEPT = -35.254;

    /** Takes the logit to a score of 40 at a false match rate of 1e-4, ten more for each power of ten. */
    private static final double POINTS_PER_LOGIT = 4;

    private static final double LOGIT_AT_ZERO = -9.7;

    private ScoreModel() {}

    /** From 0. */
    static double score(Evidence evidence) {
        double logit = INTERCEPT
                + COMPANY * evidence.company()
                + LIKELY_COMPANY * evidence.likelyCompany()
                + UNPAIRED * evidence.unpaired()
                + PARALLEL_RIDGES * evidence.parallelRidges()
                + OVERLAP * evidence.overlap();
        return Math.max(0, POINTS_PER_LOGIT * (logit - LOGIT_AT_ZERO));
    }
}

package id.sidik.benchmarks.calibration;

import id.sidik.benchmarks.rates.RateBound;

/** How many impostors scored how high, in whole points: all that millions of them leave behind. */
final class ScoreCounts {
    private static final int SCORE_MAX = 400;

    /** Where the tail begins that a curve is fitted to. */
    static final int TAIL_FROM = 25;

    private final long[] counts = new long[SCORE_MAX + 1];
    private long pairs;
    private double tailExcess;

    void add(double score) {
        pairs++;
        counts[(int) Math.min(score, SCORE_MAX)]++;
        tailExcess += Math.max(0, score - TAIL_FROM);
    }

    void add(ScoreCounts others) {
        pairs += others.pairs;
        tailExcess += others.tailExcess;
        for (int score = 0; score <= SCORE_MAX; score++) {
            counts[score] += others.counts[score];
        }
    }

    long pairs() {
        return pairs;
    }

    /** How many scored as high or higher. */
    long from(int score) {
        long count = 0;
        for (int each = score; each <= SCORE_MAX; each++) {
            count += counts[each];
        }
        return count;
    }

    double rateFrom(int score) {
        return pairs == 0 ? 0 : from(score) / (double) pairs;
    }

    /** Where the rate lies below with 95 % confidence, taking pairs as independent. */
    double rateBelow(int score) {
        return RateBound.below(from(score), pairs);
    }

    /** The score that a share of impostors reaches, by an exponential tail of maximum likelihood; NaN without a tail. */
    double scoreAt(double fmr) {
        return TAIL_FROM + meanExcess() * Math.log(rateFrom(TAIL_FROM) / fmr);
    }

    /** Likewise, at the upper ends of 95 % of the rate where the tail begins and of how slowly it falls. */
    double scoreBelow(double fmr) {
        double slowest = meanExcess() * (1 + 1.6449 / Math.sqrt((double) from(TAIL_FROM)));
        return TAIL_FROM + slowest * Math.log(rateBelow(TAIL_FROM) / fmr);
    }

    private double meanExcess() {
        return tailExcess / from(TAIL_FROM);
    }
}

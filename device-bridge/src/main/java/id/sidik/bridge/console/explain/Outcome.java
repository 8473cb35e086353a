package id.sidik.bridge.console.explain;

import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.comparison.ComparisonScore;
import id.sidik.engine.comparison.Explanation;
import id.sidik.engine.comparison.SidikComparator;

/**
 * What a comparison of two impressions said.
 *
 * @param fmr the share of comparisons of different fingers that score as high, 0 to 1
 */
record Outcome(Explanation explanation, double fmr) {
    static final Calibration CALIBRATION = Calibration.SIDIK;

    static Outcome of(Impression.Usable first, Impression.Usable second) {
        Explanation explanation = new SidikComparator().explain(first.template(), second.template());
        return new Outcome(explanation, CALIBRATION.fmrAt(new ComparisonScore(explanation.score())));
    }

    Alignment alignment() {
        return Alignment.of(explanation);
    }
}

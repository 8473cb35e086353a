package id.sidik.matcher.review;

import id.sidik.engine.comparison.Explanation;
import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.template.FingerPosition;

/**
 * One print on another. A secret, as both prints are.
 *
 * @param fmr the share of comparisons of different fingers that score as high, 0 to 1
 */
public record LaidOver(
        FingerPosition probeFinger,
        FingerFeatures probe,
        FingerPosition referenceFinger,
        FingerFeatures reference,
        Explanation explanation,
        double fmr) {
    /** Keeps prints out of logs. */
    @Override
    public String toString() {
        return "LaidOver[" + probeFinger + ", " + referenceFinger + "]";
    }
}

package id.sidik.engine.calibration;

import id.sidik.engine.comparison.ComparisonScore;
import java.util.Locale;

/**
 * Turns the scores of one comparator into error rates. The false match rate (FMR) is taken to fall tenfold for each {@code
 * scorePerDecade}, through one anchor.
 *
 * @param algorithm whose scores these are, as {@code name/version}
 * @param anchorScore the score at which the FMR is {@code anchorFmr}
 * @param anchorFmr in (0, 1)
 * @param scorePerDecade above 0
 */
public record Calibration(String algorithm, double anchorScore, double anchorFmr, double scorePerDecade) {
    /** Nobody has compared enough impostors to know of rarer ones. */
    public static final double FMR_MIN = 1e-12;

    /**
     * SourceAFIS documents score 40 as FMR 0.01 %, and each 10 more as ten times rarer. Over all 22,968 impostor pairs of eight
     * FVC sets this is two to three times too pessimistic, and never too optimistic: measured 4e-2, 4.6e-3 and 5e-4 at scores
     * 10, 20 and 30, and nobody above 34.5.
     */
    public static final Calibration SOURCEAFIS = new Calibration("sourceafis/3.18.1", 40, 1e-4, 10);

    /**
     * {@code sidik/1}, whose score is made to fall this way. At scores 30, 40, 45, 50 and 55 the FMR of 394,432 impostor pairs was
     * 1.3e-3, 1.3e-4, 4.8e-5, 1.3e-5 and 2.5e-6 (95 % confidence: below 1.4e-3, 1.7e-4, 7.1e-5, 2.7e-5 and 1.2e-5), below the line,
     * and none scored 60: pairs within and across eight FVC sets and with mirrored prints ({@code ./sidik bench calibrate}). The worst
     * of the sets may be two to three times worse than all. Synthetic strangers: docs/accuracy.md.
     */
    public static final Calibration SIDIK = new Calibration("sidik/1", 46, 1e-4, 10);

    public Calibration {
        if (!(anchorFmr > 0 && anchorFmr < 1) || !(scorePerDecade > 0) || !(anchorScore >= 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "Not a calibration: FMR %s at score %s, tenfold each %s",
                    anchorFmr,
                    anchorScore,
                    scorePerDecade));
        }
    }

    /**
     * Refuses scores of other comparators.
     *
     * @param comparator whose scores are to be calibrated, as {@code name/version}
     * @throws IllegalArgumentException if the calibration is of another one
     */
    public void requireScoresOf(String comparator) {
        if (!algorithm.equals(comparator)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "Scores of %s can not be calibrated as those of %s", comparator, algorithm));
        }
    }

    /** The share of impostor comparisons that score as high, from {@link #FMR_MIN} to 1. */
    public double fmrAt(ComparisonScore score) {
        return fmrAt(score.value());
    }

    /**
     * Likewise, without an object for each score.
     *
     * @param score the value of a {@link ComparisonScore}
     */
    public double fmrAt(double score) {
        double fmr = anchorFmr * Math.pow(10, (anchorScore - score) / scorePerDecade);
        return Math.clamp(fmr, FMR_MIN, 1);
    }

    /**
     * The chance that at least one of several impostor comparisons scores as high: {@code 1 - (1 - fmr)^comparisons}, exact for
     * tiny rates too. Comparisons of one person's fingers are not independent; taking them as independent errs on the safe side.
     *
     * @param fmr in [0, 1]
     * @param comparisons how many were made, from 0
     */
    public static double fpirAt(double fmr, long comparisons) {
        if (!(fmr >= 0 && fmr <= 1) || comparisons < 0) {
            throw new IllegalArgumentException("Not a rate and a count: " + fmr + ", " + comparisons);
        }
        return comparisons == 0 ? 0 : -Math.expm1(comparisons * Math.log1p(-fmr));
    }
}

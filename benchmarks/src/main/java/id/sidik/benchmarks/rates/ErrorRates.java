package id.sidik.benchmarks.rates;

/**
 * Where an engine errs, as fractions from 0 to 1.
 *
 * <p>Two impressions match at a threshold if they score at least as much. The false match rate (FMR) is the share of impostor
 * pairs that match, the false non-match rate (FNMR) the share of genuine pairs that do not. {@code fmr100} is the FNMR at
 * the lowest threshold whose measured FMR is at most 1e-2; any real number may be the threshold, so pairs of equal score
 * match together or not at all.
 *
 * @param eer the rate at which FMR and FNMR are equal; between two thresholds interpolated along a straight line
 * @param fmr100 FNMR where FMR is at most 1e-2
 * @param fmr1000 FNMR where FMR is at most 1e-3
 * @param fmr10000 FNMR where FMR is at most 1e-4
 * @param zeroFmr FNMR where no impostor pair matches
 */
public record ErrorRates(double eer, double fmr100, double fmr1000, double fmr10000, double zeroFmr) {
    /**
     * The rates of these scores.
     *
     * @throws IllegalArgumentException if there is no genuine or no impostor pair: there is no rate then
     */
    public static ErrorRates of(Scores scores) {
        return of(ErrorCurve.of(scores));
    }

    static ErrorRates of(ErrorCurve curve) {
        return new ErrorRates(curve.eer(), curve.fnmrAt(1e-2), curve.fnmrAt(1e-3), curve.fnmrAt(1e-4), curve.fnmrAt(0));
    }
}

package id.sidik.matcher.rpc;

/**
 * The server's own error rates, for requests that name none.
 *
 * @param fmr the highest false match rate that is a match
 * @param fpir the highest false positive identification rate of a candidate
 */
public record TargetRates(double fmr, double fpir) {
    public TargetRates {
        if (!(fmr > 0 && fmr < 1)) {
            throw new IllegalArgumentException("target-fmr must be in (0, 1): " + fmr);
        }
        if (!(fpir > 0 && fpir < 1)) {
            throw new IllegalArgumentException("target-fpir must be in (0, 1): " + fpir);
        }
    }
}

package id.sidik.engine.calibration;

/**
 * Makes one false match rate of several, each taken as the p-value of a test that the prints are of different people. Two cases
 * differ: comparisons that share a finger go together, those of different fingers do not.
 */
public final class RateFusion {
    private RateFusion() {}

    /**
     * Of comparisons that may depend on each other, such as several impressions of one finger: the harmonic mean of their rates
     * (Wilson, PNAS 116, 2019). One good comparison among n costs a factor n, as Bonferroni's correction does; n equally good ones
     * cost nothing. For very rare events the harmonic mean is a p-value itself, however the comparisons depend.
     *
     * @param inverseSum of the rates, the sum of 1 / rate
     * @param count at least 1
     * @return at most 1
     */
    public static double ofDependent(double inverseSum, int count) {
        return Math.min(1, count / inverseSum);
    }

    /**
     * Of comparisons of different fingers with different fingers, which are independent: the chance that a product of as many
     * uniform numbers is as small (Fisher 1925). A finger that says nothing costs some of what the others say; fingers that agree
     * support each other.
     *
     * @param logSum of the rates, the sum of -ln(rate)
     * @param count at least 1
     * @return at most 1
     */
    public static double ofIndependent(double logSum, int count) {
        double term = 1;
        double sum = 1;
        for (int k = 1; k < count; k++) {
            term *= logSum / k;
            sum += term;
        }
        return Math.min(1, sum * Math.exp(-logSum));
    }
}

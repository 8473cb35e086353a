package id.sidik.benchmarks.rates;

/** How far two samples are from one distribution. */
public final class KolmogorovSmirnov {
    private KolmogorovSmirnov() {}

    /**
     * The largest difference between the shares of both samples up to a value: 0 (alike) to 1 (apart).
     *
     * @param ascending at least one value
     * @param others likewise
     */
    public static double distance(double[] ascending, double[] others) {
        int i = 0;
        int j = 0;
        double largest = 0;
        while (i < ascending.length && j < others.length) {
            double value = Math.min(ascending[i], others[j]);
            while (i < ascending.length && ascending[i] <= value) {
                i++;
            }
            while (j < others.length && others[j] <= value) {
                j++;
            }
            largest = Math.max(largest, Math.abs(i / (double) ascending.length - j / (double) others.length));
        }
        return largest;
    }
}

package id.sidik.benchmarks.rates;

import java.util.stream.IntStream;

/** How alike two orders are: Spearman's rho, with mean ranks for ties. */
public final class RankCorrelation {
    private RankCorrelation() {}

    /**
     * From -1 (reversed) to 1 (the same order); not a number where all values of one side are equal.
     *
     * @throws IllegalArgumentException unless both have the same number of values, at least two
     */
    public static double spearman(double[] a, double[] b) {
        if (a.length != b.length || a.length < 2) {
            throw new IllegalArgumentException("Ranks need two or more pairs: " + a.length + " and " + b.length);
        }
        double[] ranksA = ranks(a);
        double[] ranksB = ranks(b);
        double mean = (a.length + 1) / 2.0;
        double products = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            products += (ranksA[i] - mean) * (ranksB[i] - mean);
            squaresA += (ranksA[i] - mean) * (ranksA[i] - mean);
            squaresB += (ranksB[i] - mean) * (ranksB[i] - mean);
        }
        return products / Math.sqrt(squaresA * squaresB);
    }

    /** 1 for the lowest; equal values share the mean of their ranks. */
    private static double[] ranks(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> {
                    double below = 0;
                    double equal = 0;
                    for (double other : values) {
                        below += other < values[i] ? 1 : 0;
                        equal += other == values[i] ? 1 : 0;
                    }
                    return below + (equal + 1) / 2;
                })
                .toArray();
    }
}

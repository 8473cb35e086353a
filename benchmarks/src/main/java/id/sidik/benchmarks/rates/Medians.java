package id.sidik.benchmarks.rates;

import java.util.stream.DoubleStream;

/** The middle of some numbers. */
public final class Medians {
    private Medians() {}

    /** The mean of the two middle ones of an even count; not a number if there are none. */
    public static double of(DoubleStream numbers) {
        double[] sorted = numbers.sorted().toArray();
        return sorted.length == 0 ? Double.NaN : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}

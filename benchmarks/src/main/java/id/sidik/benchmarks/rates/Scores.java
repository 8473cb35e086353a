package id.sidik.benchmarks.rates;

import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * What one engine scored for the genuine and the impostor pairs of some prints. A pair with an impression from which nothing
 * could be extracted has the score {@link #NEVER_MATCHES}. Holds arrays of its own, so that a million pairs stay small.
 */
public final class Scores {
    public static final double NEVER_MATCHES = Double.NEGATIVE_INFINITY;

    private final double[] genuine;
    private final double[] impostor;

    public Scores(double[] genuine, double[] impostor) {
        this.genuine = genuine;
        this.impostor = impostor;
    }

    public static Scores pooled(List<Scores> parts) {
        return new Scores(joined(parts, Scores::genuine), joined(parts, Scores::impostor));
    }

    public double[] genuine() {
        return genuine;
    }

    public double[] impostor() {
        return impostor;
    }

    private static double[] joined(List<Scores> parts, Function<Scores, double[]> which) {
        return parts.stream()
                .flatMapToDouble(part -> DoubleStream.of(which.apply(part)))
                .toArray();
    }
}

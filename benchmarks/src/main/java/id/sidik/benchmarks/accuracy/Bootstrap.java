package id.sidik.benchmarks.accuracy;

import id.sidik.benchmarks.rates.ErrorCurve;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * How sure one can be of error rates. Pairs of one finger rise and fall together, so fingers are resampled, not pairs: each
 * set's fingers are drawn anew with replacement, a genuine pair counts as often as its finger was drawn, an impostor pair as often
 * as the product of both (Bolle, Ratha, Pankanti, "Error analysis of pattern recognition systems: the subsets bootstrap", 2004).
 * The same seed and the same fingers give the same draws, whatever the engine.
 */
final class Bootstrap {
    static final int RESAMPLES = 1000;

    private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM =
            RandomGeneratorFactory.of("L64X128MixRandom");
    private static final long SEED = 20_261_123;
    private static final double TAIL = 0.025;

    private final int[] fingersOfSet;
    private final Pairs genuine;
    private final Pairs impostor;

    /** Where 95 of 100 resamples lie. */
    record Interval(double low, double high) {}

    /** Of EER and of FNMR at FMR 1e-3 and 1e-4. */
    record Intervals(Interval eer, Interval fmr1000, Interval fmr10000) {}

    private Bootstrap(int[] fingersOfSet, Pairs genuine, Pairs impostor) {
        this.fingersOfSet = fingersOfSet;
        this.genuine = genuine;
        this.impostor = impostor;
    }

    /** Intervals of the pooled rates of some sets; takes about a second for 25 000 pairs. */
    static Intervals intervals(List<PairScores> sets) {
        int[] fingersOfSet = sets.stream().mapToInt(PairScores::fingers).toArray();
        return new Bootstrap(fingersOfSet, Pairs.of(sets, true), Pairs.of(sets, false)).intervals();
    }

    private Intervals intervals() {
        RandomGenerator draws = ALGORITHM.create(SEED);
        double[][] rates = new double[3][RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            int[] drawn = draw(draws);
            ErrorCurve curve = ErrorCurve.weighted(
                    genuine.scores, genuine.weights(drawn), impostor.scores, impostor.weights(drawn));
            rates[0][i] = curve.eer();
            rates[1][i] = curve.fnmrAt(1e-3);
            rates[2][i] = curve.fnmrAt(1e-4);
        }
        return new Intervals(interval(rates[0]), interval(rates[1]), interval(rates[2]));
    }

    /** How often each finger of each set was drawn; drawn again where there is nothing to compare. */
    private int[] draw(RandomGenerator draws) {
        int[] drawn = new int[Arrays.stream(fingersOfSet).sum()];
        do {
            Arrays.fill(drawn, 0);
            int first = 0;
            for (int fingers : fingersOfSet) {
                for (int i = 0; i < fingers; i++) {
                    drawn[first + draws.nextInt(fingers)]++;
                }
                first += fingers;
            }
        } while (!genuine.anyCounts(drawn) || !impostor.anyCounts(drawn));
        return drawn;
    }

    private static Interval interval(double[] rates) {
        Arrays.sort(rates);
        int tail = (int) Math.round(TAIL * rates.length);
        return new Interval(rates[tail], rates[rates.length - 1 - tail]);
    }

    /** Pairs of one kind by ascending score, with the fingers of both prints counted through all sets. */
    private static final class Pairs {
        private final double[] scores;
        private final int[] fingerA;
        private final int[] fingerB;

        private Pairs(double[] scores, int[] fingerA, int[] fingerB) {
            this.scores = scores;
            this.fingerA = fingerA;
            this.fingerB = fingerB;
        }

        static Pairs of(List<PairScores> sets, boolean genuine) {
            double[] scores = sets.stream()
                    .flatMapToDouble(set -> Arrays.stream(
                            genuine ? set.all().genuine() : set.all().impostor()))
                    .toArray();
            int[] a = new int[scores.length];
            int[] b = new int[scores.length];
            int[] next = {0, 0}; // pair, first finger of the set
            for (PairScores set : sets) {
                set.forEach((probe, reference, same, _) -> {
                    if (same == genuine) {
                        a[next[0]] = next[1] + set.fingerOf(probe);
                        b[next[0]++] = next[1] + set.fingerOf(reference);
                    }
                });
                next[1] += set.fingers();
            }
            int[] order = IntStream.range(0, scores.length)
                    .boxed()
                    .sorted((i, j) -> Double.compare(scores[i], scores[j]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            return new Pairs(
                    Arrays.stream(order).mapToDouble(i -> scores[i]).toArray(),
                    Arrays.stream(order).map(i -> a[i]).toArray(),
                    Arrays.stream(order).map(i -> b[i]).toArray());
        }

        double[] weights(int[] drawn) {
            double[] weights = new double[scores.length];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = weight(i, drawn);
            }
            return weights;
        }

        boolean anyCounts(int[] drawn) {
            return IntStream.range(0, scores.length).anyMatch(i -> weight(i, drawn) > 0);
        }

        private double weight(int pair, int[] drawn) {
            int a = fingerA[pair];
            int b = fingerB[pair];
            return a == b ? drawn[a] : (double) drawn[a] * drawn[b];
        }
    }
}

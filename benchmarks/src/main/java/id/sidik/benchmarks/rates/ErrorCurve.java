package id.sidik.benchmarks.rates;

import java.util.Arrays;

/**
 * FMR and FNMR at every limit: two impressions match if they score <em>more</em> than the limit, so pairs of equal score match
 * together or not at all. Each pair may count more than once, or not at all, by its weight.
 */
public final class ErrorCurve {
    /** Absorbs what binary fractions lose: 1e-2 of 300 pairs are 3, not 2. */
    private static final double ROUNDING = 1e-9;

    private final double[] genuine;
    private final double[] genuineUpTo;
    private final double[] impostor;
    private final double[] impostorUpTo;

    /** @param genuineUpTo weight of the first {@code i} scores at index {@code i}, from 0; scores ascend */
    private ErrorCurve(double[] genuine, double[] genuineUpTo, double[] impostor, double[] impostorUpTo) {
        this.genuine = genuine;
        this.genuineUpTo = genuineUpTo;
        this.impostor = impostor;
        this.impostorUpTo = impostorUpTo;
    }

    /**
     * Each pair counts once.
     *
     * @throws IllegalArgumentException if there is no genuine or no impostor pair
     */
    public static ErrorCurve of(Scores scores) {
        double[] genuine = ascending(scores.genuine());
        double[] impostor = ascending(scores.impostor());
        return weighted(genuine, ones(genuine.length), impostor, ones(impostor.length));
    }

    /**
     * Each pair counts by its weight.
     *
     * @param genuine ascending
     * @param impostor ascending
     * @throws IllegalArgumentException if the weights of one kind sum to nothing: there is no rate then
     */
    public static ErrorCurve weighted(
            double[] genuine, double[] genuineWeights, double[] impostor, double[] impostorWeights) {
        return new ErrorCurve(
                genuine, summed("genuine", genuineWeights), impostor, summed("impostor", impostorWeights));
    }

    /** The lowest limit at which the FMR is at most the given one. */
    public double limitAt(double fmr) {
        double total = impostorUpTo[impostor.length];
        double mayMatch = fmr * total + ROUNDING;
        int low = 0;
        int high = impostor.length;
        while (low < high) { // how many must not match, at least
            int middle = (low + high) >>> 1;
            if (total - impostorUpTo[middle] <= mayMatch) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == 0 ? Double.NEGATIVE_INFINITY : impostor[low - 1];
    }

    /** Share of impostor pairs that score more than the limit. */
    public double fmr(double limit) {
        return 1 - impostorUpTo[upTo(limit, impostor)] / impostorUpTo[impostor.length];
    }

    /** Share of genuine pairs that do not score more than the limit. */
    public double fnmr(double limit) {
        return genuineUpTo[upTo(limit, genuine)] / genuineUpTo[genuine.length];
    }

    /** The FNMR at the lowest limit at which the FMR is at most the given one. */
    public double fnmrAt(double fmr) {
        return fnmr(limitAt(fmr));
    }

    /** The rate at which FMR and FNMR are equal; between two limits interpolated along a straight line. */
    public double eer() {
        double fmr = 1;
        double fnmr = 0;
        int genuineBelow = 0;
        int impostorBelow = 0;
        while (true) { // ends at the latest at the highest score, where the FMR is 0
            double limit = Math.min(at(genuineBelow, genuine), at(impostorBelow, impostor));
            genuineBelow = upTo(limit, genuine);
            impostorBelow = upTo(limit, impostor);
            double nextFnmr = genuineUpTo[genuineBelow] / genuineUpTo[genuine.length];
            double nextFmr = 1 - impostorUpTo[impostorBelow] / impostorUpTo[impostor.length];
            if (nextFmr <= nextFnmr) {
                return crossing(fmr, fnmr, nextFmr, nextFnmr);
            }
            fmr = nextFmr;
            fnmr = nextFnmr;
        }
    }

    /** Where the line from one point to the next, on or beyond the diagonal, meets FMR = FNMR. */
    private static double crossing(double fmr, double fnmr, double nextFmr, double nextFnmr) {
        double before = fmr - fnmr;
        double after = nextFnmr - nextFmr;
        return Math.max(0, fmr + (nextFmr - fmr) * before / (before + after)); // never below by a rounding error
    }

    private static double[] ascending(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] summed(String kind, double[] weights) {
        double[] sums = new double[weights.length + 1];
        for (int i = 0; i < weights.length; i++) {
            sums[i + 1] = sums[i] + weights[i];
        }
        if (!(sums[weights.length] > 0)) {
            throw new IllegalArgumentException("no " + kind + " pairs: error rates need at least one of each kind");
        }
        return sums;
    }

    private static double at(int index, double[] scores) {
        return index < scores.length ? scores[index] : Double.POSITIVE_INFINITY;
    }

    /** How many scores are at most the given one; scores ascend. */
    private static int upTo(double score, double[] scores) {
        int low = 0;
        int high = scores.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (scores[middle] <= score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

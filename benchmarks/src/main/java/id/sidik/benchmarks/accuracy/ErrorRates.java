package id.sidik.benchmarks.accuracy;

import java.util.Arrays;

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
    /** Absorbs what binary fractions lose: 1e-2 of 300 pairs are 3, not 2. */
    private static final double ROUNDING = 1e-9;

    /** @throws IllegalArgumentException if there is no genuine or no impostor pair: there is no rate then */
    static ErrorRates of(Scores scores) {
        double[] genuine = sorted("genuine", scores.genuine());
        double[] impostor = sorted("impostor", scores.impostor());
        return new ErrorRates(
                equalErrorRate(genuine, impostor),
                fnmrAt(1e-2, genuine, impostor),
                fnmrAt(1e-3, genuine, impostor),
                fnmrAt(1e-4, genuine, impostor),
                fnmrAt(0, genuine, impostor));
    }

    private static double[] sorted(String kind, double[] scores) {
        if (scores.length == 0) {
            throw new IllegalArgumentException("no " + kind + " pairs: error rates need at least one of each kind");
        }
        double[] ascending = scores.clone();
        Arrays.sort(ascending);
        return ascending;
    }

    private static double fnmrAt(double fmr, double[] genuine, double[] impostor) {
        int mayMatch = (int) Math.floor(fmr * impostor.length + ROUNDING);
        double mustNotMatch = impostor[impostor.length - 1 - mayMatch];
        return upTo(mustNotMatch, genuine) / (double) genuine.length;
    }

    private static double equalErrorRate(double[] genuine, double[] impostor) {
        double fmr = 1;
        double fnmr = 0;
        int genuineBelow = 0;
        int impostorBelow = 0;
        while (true) { // ends at the latest above all scores, where the FMR is 0
            // The next threshold lies just above the lowest score that still matches.
            double score = Math.min(at(genuineBelow, genuine), at(impostorBelow, impostor));
            genuineBelow = upTo(score, genuine);
            impostorBelow = upTo(score, impostor);
            double nextFnmr = genuineBelow / (double) genuine.length;
            double nextFmr = 1 - impostorBelow / (double) impostor.length;
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
        return fmr + (nextFmr - fmr) * before / (before + after);
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

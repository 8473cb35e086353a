package id.sidik.engine.gallery;

import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.calibration.RateFusion;
import id.sidik.engine.template.FingerPosition;
import java.util.Arrays;

/**
 * Gathers the comparisons of a person's probes with one subject's references into one FMR. Impressions of one finger are fused as
 * dependent, and named fingers as independent. A finger without a name may be any of the named ones again, so what it adds counts
 * as dependent on all. Scratch memory, used for one subject after another.
 */
final class PersonRate {
    private static final int FINGERS = FingerPosition.values().length;

    private final double[] inverseSum = new double[FINGERS];
    private final int[] count = new int[FINGERS];
    private int comparisons;
    private double bestFmr;
    private FingerPosition bestFinger = FingerPosition.UNKNOWN;

    void clear() {
        Arrays.fill(inverseSum, 0);
        Arrays.fill(count, 0);
        comparisons = 0;
        bestFmr = Double.POSITIVE_INFINITY;
        bestFinger = FingerPosition.UNKNOWN;
    }

    /** Adds a comparison of fingers that may be the same. */
    void add(FingerPosition probe, FingerPosition reference, double fmr) {
        FingerPosition both = probe == reference ? probe : FingerPosition.UNKNOWN;
        inverseSum[both.isoNumber()] += 1 / fmr;
        count[both.isoNumber()]++;
        comparisons++;
        if (fmr < bestFmr) {
            bestFmr = fmr;
            bestFinger = reference;
        }
    }

    int comparisons() {
        return comparisons;
    }

    /** Of the reference that was most alike. */
    FingerPosition bestFinger() {
        return bestFinger;
    }

    /** The chance that an impostor's fingers, compared as often, are as alike; 1 if nothing was compared. */
    double fmr() {
        double logSum = 0;
        int named = 0;
        for (int finger = 0; finger < FINGERS; finger++) {
            if (finger != FingerPosition.UNKNOWN.isoNumber() && count[finger] > 0) {
                logSum -= Math.log(RateFusion.ofDependent(inverseSum[finger], count[finger]));
                named++;
            }
        }
        double ofNamed = named == 0 ? 1 : RateFusion.ofIndependent(logSum, named);
        int unnamed = count[FingerPosition.UNKNOWN.isoNumber()];
        if (unnamed == 0) {
            return atLeastMin(ofNamed);
        }
        double ofUnnamed = RateFusion.ofDependent(inverseSum[FingerPosition.UNKNOWN.isoNumber()], unnamed);
        return atLeastMin(named == 0 ? ofUnnamed : RateFusion.ofDependent(1 / ofNamed + 1 / ofUnnamed, 2));
    }

    private static double atLeastMin(double fmr) {
        return Math.max(Calibration.FMR_MIN, fmr);
    }
}

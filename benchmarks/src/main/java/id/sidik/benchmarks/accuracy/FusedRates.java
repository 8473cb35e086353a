package id.sidik.benchmarks.accuracy;

import id.sidik.benchmarks.engine.MeasuredEngine;
import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.calibration.RateFusion;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * People as the matcher compares them: calibrated rates, fused as dependent within a finger and as independent between fingers.
 * The score is the negative decimal logarithm of the person's FMR.
 */
final class FusedRates<T> implements PersonComparison<T> {
    private final MeasuredEngine<T> engine;
    private final Calibration calibration;

    FusedRates(MeasuredEngine<T> engine, Calibration calibration) {
        this.engine = engine;
        this.calibration = calibration;
    }

    @Override
    public ToDoubleFunction<List<List<Optional<T>>>> comparisonOf(List<List<Optional<T>>> attempts) {
        List<List<ToDoubleFunction<T>>> fingers = attempts.stream()
                .map(finger -> finger.stream()
                        .flatMap(Optional::stream)
                        .map(engine::comparisonOf)
                        .toList())
                .toList();
        return enrolled -> {
            double logSum = 0;
            for (int finger = 0; finger < fingers.size(); finger++) {
                logSum -= Math.log(rate(fingers.get(finger), enrolled.get(finger)));
            }
            return -Math.log10(RateFusion.ofIndependent(logSum, fingers.size()));
        };
    }

    /** A finger that cannot be compared says nothing, for nobody. */
    private double rate(List<ToDoubleFunction<T>> attempts, List<Optional<T>> enrolled) {
        double[] rates = attempts.stream()
                .flatMapToDouble(
                        attempt -> enrolled.stream().flatMap(Optional::stream).mapToDouble(attempt))
                .map(calibration::fmrAt)
                .toArray();
        double inverseSum = 0;
        for (double rate : rates) {
            inverseSum += 1 / rate;
        }
        return rates.length == 0 ? 1 : RateFusion.ofDependent(inverseSum, rates.length);
    }
}

package id.sidik.benchmarks.accuracy;

import id.sidik.benchmarks.engine.MeasuredEngine;
import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.calibration.RateFusion;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * People as the matcher compares them: calibrated rates, fused as dependent within a finger and as independent between fingers.
 * A finger says the negative natural logarithm of its FMR; the score of a person is the negative decimal one of hers.
 */
final class FusedRates<T> implements PersonComparison<T> {
    private final MeasuredEngine<T> engine;
    private final Calibration calibration;

    FusedRates(MeasuredEngine<T> engine, Calibration calibration) {
        this.engine = engine;
        this.calibration = calibration;
    }

    /** A finger that cannot be compared says nothing, for nobody. */
    @Override
    public ToDoubleFunction<List<Optional<T>>> fingerOf(List<Optional<T>> attempts) {
        List<ToDoubleFunction<T>> prepared = attempts.stream()
                .flatMap(Optional::stream)
                .map(engine::comparisonOf)
                .toList();
        return enrolled -> {
            double[] rates = prepared.stream()
                    .flatMapToDouble(attempt ->
                            enrolled.stream().flatMap(Optional::stream).mapToDouble(attempt))
                    .map(calibration::fmrAt)
                    .toArray();
            double inverseSum = 0;
            for (double rate : rates) {
                inverseSum += 1 / rate;
            }
            return rates.length == 0 ? 0 : -Math.log(RateFusion.ofDependent(inverseSum, rates.length));
        };
    }

    @Override
    public double together(double sumOfFingers, int fingers) {
        return -Math.log10(RateFusion.ofIndependent(sumOfFingers, fingers));
    }
}

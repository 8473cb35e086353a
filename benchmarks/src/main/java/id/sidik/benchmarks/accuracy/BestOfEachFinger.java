package id.sidik.benchmarks.accuracy;

import id.sidik.benchmarks.engine.MeasuredEngine;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The best score of each finger over its attempts and enrolled impressions, summed over fingers: what anybody can do on top of
 * an engine that compares two impressions. A finger that cannot be compared adds nothing.
 */
final class BestOfEachFinger<T> implements PersonComparison<T> {
    private final MeasuredEngine<T> engine;

    BestOfEachFinger(MeasuredEngine<T> engine) {
        this.engine = engine;
    }

    @Override
    public ToDoubleFunction<List<Optional<T>>> fingerOf(List<Optional<T>> attempts) {
        List<ToDoubleFunction<T>> prepared = attempts.stream()
                .flatMap(Optional::stream)
                .map(engine::comparisonOf)
                .toList();
        return enrolled -> prepared.stream()
                .flatMapToDouble(
                        attempt -> enrolled.stream().flatMap(Optional::stream).mapToDouble(attempt))
                .max()
                .orElse(0);
    }

    @Override
    public double together(double sumOfFingers, int fingers) {
        return sumOfFingers;
    }
}

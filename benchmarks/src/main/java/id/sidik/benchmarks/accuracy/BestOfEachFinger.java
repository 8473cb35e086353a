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
    public ToDoubleFunction<List<List<Optional<T>>>> comparisonOf(List<List<Optional<T>>> attempts) {
        List<List<ToDoubleFunction<T>>> fingers = attempts.stream()
                .map(finger -> finger.stream()
                        .flatMap(Optional::stream)
                        .map(engine::comparisonOf)
                        .toList())
                .toList();
        return enrolled -> {
            double sum = 0;
            for (int finger = 0; finger < fingers.size(); finger++) {
                sum += best(fingers.get(finger), enrolled.get(finger));
            }
            return sum;
        };
    }

    private static <T> double best(List<ToDoubleFunction<T>> attempts, List<Optional<T>> enrolled) {
        return attempts.stream()
                .flatMapToDouble(
                        attempt -> enrolled.stream().flatMap(Optional::stream).mapToDouble(attempt))
                .max()
                .orElse(0);
    }
}

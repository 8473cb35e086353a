package id.sidik.benchmarks.identify;

import id.sidik.benchmarks.engine.MeasuredEngine;
import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.sets.DataSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** How many strangers' prints bare SourceAFIS compares a second on one thread, on templates that it made from real prints. */
final class SourceAfisRate {
    private static final int PRINTS_MAX = 160;

    private SourceAfisRate() {}

    static double comparisonsPerSecond(List<DataSet> sets, Workers workers, Duration time) {
        return rate(MeasuredEngine.sideBySide().getLast(), sets, workers, time);
    }

    private static <T> double rate(MeasuredEngine<T> engine, List<DataSet> sets, Workers workers, Duration time) {
        List<T> templates = new ArrayList<>();
        for (DataSet set : sets) {
            int count = Math.min(set.prints().size(), Math.max(2, PRINTS_MAX / sets.size()));
            int step = set.prints().size() / count;
            workers.all(count, i -> engine.extract(set.prints().get(i * step).content(), set.dpi())).stream()
                    .flatMap(Optional::stream)
                    .forEach(templates::add);
        }
        if (templates.isEmpty()) {
            return Double.NaN;
        }
        rate(engine, templates, time); // to warm up
        return rate(engine, templates, time);
    }

    private static <T> double rate(MeasuredEngine<T> engine, List<T> templates, Duration time) {
        long startedNanos = System.nanoTime();
        long comparisons = 0;
        double sum = 0;
        for (int probe = 0; probe == 0 || System.nanoTime() - startedNanos < time.toNanos(); probe++) {
            ToDoubleFunction<T> comparison = engine.comparisonOf(templates.get(probe % templates.size()));
            for (T reference : templates) {
                sum += comparison.applyAsDouble(reference);
                comparisons++;
            }
        }
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        return sum < 0 ? Double.NaN : comparisons / seconds; // the sum is looked at, so that nothing is optimised away
    }
}

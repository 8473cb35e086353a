package id.sidik.benchmarks.robustness;

import id.sidik.benchmarks.engine.MeasuredEngine;
import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.rates.ErrorCurve;
import id.sidik.benchmarks.rates.Scores;
import id.sidik.engine.image.FingerImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * One engine with its references, and the limit that a counter would have set before anything was spoilt: where unspoilt probes
 * have the target FMR. It stays where it is as dials are turned, as it would at the counter.
 *
 * @param <T> what the engine extracts
 */
final class EngineUnderStrain<T> {
    private final MeasuredEngine<T> engine;
    private final SpoiltPrints prints;
    private final Workers workers;
    private final List<Optional<T>> references;
    private final double limit;

    EngineUnderStrain(
            MeasuredEngine<T> engine,
            SpoiltPrints prints,
            Workers workers,
            List<FingerImage> references,
            List<FingerImage> unspoilt,
            double targetFmr) {
        this.engine = engine;
        this.prints = prints;
        this.workers = workers;
        this.references = extracts(references);
        this.limit = ErrorCurve.of(scores(extracts(unspoilt))).limitAt(targetFmr);
    }

    String name() {
        return engine.name();
    }

    DialCurve.Point at(double value, List<FingerImage> probes) {
        List<Optional<T>> extracts = extracts(probes);
        ErrorCurve curve = ErrorCurve.of(scores(extracts));
        int failed = (int) extracts.stream().filter(Optional::isEmpty).count();
        return new DialCurve.Point(value, curve.fnmr(limit), curve.fmr(limit), failed);
    }

    private List<Optional<T>> extracts(List<FingerImage> images) {
        return workers.all(images.size(), i -> engine.extract(images.get(i)));
    }

    /** Every probe against every reference. */
    private Scores scores(List<Optional<T>> probes) {
        List<double[]> rows = workers.all(probes.size(), probe -> row(probes.get(probe)));
        return new Scores(
                IntStream.range(0, rows.size())
                        .mapToDouble(probe -> rows.get(probe)[prints.fingerOf(probe)])
                        .toArray(),
                IntStream.range(0, rows.size())
                        .boxed()
                        .flatMapToDouble(probe -> IntStream.range(0, references.size())
                                .filter(finger -> finger != prints.fingerOf(probe))
                                .mapToDouble(finger -> rows.get(probe)[finger]))
                        .toArray());
    }

    private double[] row(Optional<T> probe) {
        double[] row = new double[references.size()];
        Arrays.fill(row, Scores.NEVER_MATCHES);
        if (probe.isPresent()) {
            ToDoubleFunction<T> comparison = engine.comparisonOf(probe.get());
            for (int finger = 0; finger < row.length; finger++) {
                Optional<T> reference = references.get(finger);
                row[finger] = reference.isPresent() ? comparison.applyAsDouble(reference.get()) : Scores.NEVER_MATCHES;
            }
        }
        return row;
    }
}

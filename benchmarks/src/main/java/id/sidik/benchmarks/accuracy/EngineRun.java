package id.sidik.benchmarks.accuracy;

import id.sidik.benchmarks.engine.MeasuredEngine;
import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.rates.Scores;
import id.sidik.benchmarks.sets.DataSet;
import id.sidik.benchmarks.sets.PrintFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What one engine made of one data set.
 *
 * @param <T> what the engine extracts
 * @param extracts of each print; empty where nothing could be extracted
 * @param extractMillis of each print, from the file's bytes to what is compared
 */
record EngineRun<T>(
        DataSet set, List<Optional<T>> extracts, List<Double> extractMillis, PairScores pairs, StageTimes times) {

    private static final int WARM_UP_PRINTS = 8;

    /** Lets the JVM compile what an engine does, so that its first images look no slower than the rest. */
    static <T> void warmUp(MeasuredEngine<T> engine, DataSet set, Workers workers) {
        int count = Math.min(WARM_UP_PRINTS, set.prints().size());
        workers.all(count, i -> Timed.of(engine, set.prints().get(i), set.dpi()));
    }

    /** Extracts every impression and compares every unordered pair, the first of the two in the set's order as probe. */
    static <T> EngineRun<T> of(MeasuredEngine<T> engine, DataSet set, Workers workers) {
        int count = set.prints().size();
        List<Timed<T>> timed =
                workers.all(count, i -> Timed.of(engine, set.prints().get(i), set.dpi()));
        List<Optional<T>> extracts = timed.stream().map(Timed::extract).toList();
        List<Row> rows = workers.all(count, probe -> Row.of(engine, set, extracts, probe));
        return new EngineRun<>(
                set,
                extracts,
                timed.stream().map(Timed::millis).toList(),
                new PairScores(set, rows.stream().map(Row::scores).toList()),
                StageTimes.joined(rows.stream().map(Row::times).toList()));
    }

    int failedToExtract() {
        return (int) extracts.stream().filter(Optional::isEmpty).count();
    }

    /** What was extracted from one image, and how long that took. */
    private record Timed<T>(Optional<T> extract, double millis) {
        static <T> Timed<T> of(MeasuredEngine<T> engine, PrintFile print, double dpi) {
            byte[] content = print.content();
            long startNanos = System.nanoTime();
            Optional<T> extract = engine.extract(content, dpi);
            return new Timed<>(extract, (System.nanoTime() - startNanos) / 1e6);
        }
    }

    /** A probe against every impression after it. */
    private static final class Row {
        private final double[] scores;
        private final List<Long> prepareNanos = new ArrayList<>();
        private final long[] nanos = new long[2];
        private final long[] counts = new long[2];

        private Row(int length) {
            scores = new double[length];
            Arrays.fill(scores, Scores.NEVER_MATCHES);
        }

        static <T> Row of(MeasuredEngine<T> engine, DataSet set, List<Optional<T>> extracts, int probe) {
            Row row = new Row(extracts.size() - probe - 1);
            extracts.get(probe).ifPresent(extract -> row.fill(engine, set, extracts, probe, extract));
            return row;
        }

        private <T> void fill(MeasuredEngine<T> engine, DataSet set, List<Optional<T>> extracts, int probe, T extract) {
            long startNanos = System.nanoTime();
            ToDoubleFunction<T> comparison = engine.comparisonOf(extract);
            prepareNanos.add(System.nanoTime() - startNanos);
            for (int i = 0; i < scores.length; i++) {
                int place = probe + 1 + i;
                Optional<T> reference = extracts.get(place);
                if (reference.isPresent()) {
                    int kind = set.prints().get(probe).sameFingerAs(set.prints().get(place)) ? 1 : 0;
                    long comparedNanos = System.nanoTime();
                    scores[i] = comparison.applyAsDouble(reference.get());
                    nanos[kind] += System.nanoTime() - comparedNanos;
                    counts[kind]++;
                }
            }
        }

        double[] scores() {
            return scores;
        }

        StageTimes times() {
            return new StageTimes(prepareNanos, nanos[0], counts[0], nanos[1], counts[1]);
        }
    }
}

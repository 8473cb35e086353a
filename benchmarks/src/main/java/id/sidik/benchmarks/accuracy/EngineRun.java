package id.sidik.benchmarks.accuracy;

import id.sidik.benchmarks.engine.MeasuredEngine;
import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.rates.Scores;
import id.sidik.benchmarks.sets.DataSet;
import id.sidik.benchmarks.sets.PrintFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What one engine made of one data set.
 *
 * @param failedToExtract images from which it could extract nothing
 * @param extractMillis of each image, from the file's bytes to what is compared
 */
record EngineRun(String engine, int failedToExtract, List<Double> extractMillis, Scores scores) {

    private static final int WARM_UP_PRINTS = 8;

    /** Lets the JVM compile what an engine does, so that its first images look no slower than the rest. */
    static <T> void warmUp(MeasuredEngine<T> engine, DataSet set, Workers workers) {
        int count = Math.min(WARM_UP_PRINTS, set.prints().size());
        workers.all(count, i -> Timed.of(engine, set.prints().get(i), set.dpi()));
    }

    /** Extracts every impression and compares every unordered pair, the first of the two in the set's order as probe. */
    static <T> EngineRun of(MeasuredEngine<T> engine, DataSet set, Workers workers) {
        int count = set.prints().size();
        List<Timed<T>> extracts =
                workers.all(count, i -> Timed.of(engine, set.prints().get(i), set.dpi()));
        List<double[]> rows = workers.all(count, probe -> row(engine, extracts, probe));
        int failed = (int)
                extracts.stream().filter(timed -> timed.extract().isEmpty()).count();
        List<Double> millis = extracts.stream().map(Timed::millis).toList();
        Scores scores = new Scores(pairs(set, rows, true), pairs(set, rows, false));
        return new EngineRun(engine.name(), failed, millis, scores);
    }

    /** What was extracted from one image, and how long that took. */
    private record Timed<T>(Optional<T> extract, double millis) {
        static <T> Timed<T> of(MeasuredEngine<T> engine, PrintFile print, double dpi) {
            byte[] content = contentOf(print);
            long startNanos = System.nanoTime();
            Optional<T> extract = engine.extract(content, dpi);
            return new Timed<>(extract, (System.nanoTime() - startNanos) / 1e6);
        }

        private static byte[] contentOf(PrintFile print) {
            try {
                return Files.readAllBytes(print.path());
            } catch (IOException e) {
                throw new UncheckedIOException("The image " + print.path() + " can not be read.", e);
            }
        }
    }

    /** Scores of a probe against every impression after it. */
    private static <T> double[] row(MeasuredEngine<T> engine, List<Timed<T>> extracts, int probe) {
        double[] row = new double[extracts.size() - probe - 1];
        Arrays.fill(row, Scores.NEVER_MATCHES);
        extracts.get(probe).extract().ifPresent(extract -> {
            ToDoubleFunction<T> comparison = engine.comparisonOf(extract);
            for (int i = 0; i < row.length; i++) {
                Optional<T> reference = extracts.get(probe + 1 + i).extract();
                row[i] = reference.isPresent() ? comparison.applyAsDouble(reference.get()) : Scores.NEVER_MATCHES;
            }
        });
        return row;
    }

    private static double[] pairs(DataSet set, List<double[]> rows, boolean genuine) {
        return IntStream.range(0, rows.size())
                .boxed()
                .flatMapToDouble(probe -> pairsOf(probe, set, rows.get(probe), genuine))
                .toArray();
    }

    private static DoubleStream pairsOf(int probe, DataSet set, double[] row, boolean genuine) {
        PrintFile print = set.prints().get(probe);
        return IntStream.range(0, row.length)
                .filter(i -> print.sameFingerAs(set.prints().get(probe + 1 + i)) == genuine)
                .mapToDouble(i -> row[i]);
    }
}

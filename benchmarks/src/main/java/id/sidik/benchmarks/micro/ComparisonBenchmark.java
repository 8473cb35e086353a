package id.sidik.benchmarks.micro;

import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.comparison.Comparison;
import id.sidik.engine.comparison.ComparisonScore;
import id.sidik.engine.comparison.PreparedReference;
import id.sidik.engine.comparison.SidikComparator;
import id.sidik.engine.comparison.SourceAfisComparator;
import id.sidik.engine.comparison.TemplateComparator;
import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.extraction.Extractor;
import id.sidik.engine.extraction.SidikExtractor;
import id.sidik.engine.extraction.SourceAfisExtractor;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.engine.template.Template;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Preparing a probe, and comparing it with prepared references: two of the same finger, and sixteen of other fingers, since how
 * soon a comparison gives up depends on the stranger. Run with {@code -prof gc}: our own comparisons allocate nothing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ComparisonBenchmark {
    private static final double TARGET_FMR = 1e-4;
    private static final int MATES = 2;
    private static final int STRANGERS = 16;

    @Param({"sidik", "sourceafis"})
    private String engine = "";

    private Prints prints = Prints.of(new SidikComparator(), Calibration.SIDIK, new SidikExtractor());

    /** What an engine made of the fingers. */
    private record Prints(
            TemplateComparator comparator,
            Calibration calibration,
            Template probe,
            Comparison comparison,
            List<PreparedReference> mates,
            List<PreparedReference> strangers) {
        static Prints of(TemplateComparator comparator, Calibration calibration, Extractor extractor) {
            Template probe = template(extractor, 1, 0);
            return new Prints(
                    comparator,
                    calibration,
                    probe,
                    comparator.comparisonOf(probe),
                    IntStream.rangeClosed(1, MATES)
                            .mapToObj(impression -> comparator.prepare(template(extractor, 1, impression)))
                            .toList(),
                    IntStream.rangeClosed(2, 1 + STRANGERS)
                            .mapToObj(seed -> comparator.prepare(template(extractor, seed, 0)))
                            .toList());
        }

        private static Template template(Extractor extractor, long seed, int impression) {
            return switch (extractor.extract(SyntheticFinger.of(seed).impression(impression))) {
                case ExtractionResult.Extracted(Template template, var _) -> template;
                case ExtractionResult.TooPoor(var quality) ->
                    throw new IllegalStateException("a good impression was too poor: " + quality);
            };
        }

        boolean isMatch(double score) {
            return calibration.fmrAt(new ComparisonScore(score)) <= TARGET_FMR;
        }
    }

    @Setup
    public void extract() {
        if (engine.equals("sourceafis")) {
            prints = Prints.of(new SourceAfisComparator(), Calibration.SOURCEAFIS, new SourceAfisExtractor());
        }
    }

    @Benchmark
    @OperationsPerInvocation(MATES)
    public double genuine() {
        double least = Double.MAX_VALUE;
        for (PreparedReference mate : prints.mates()) {
            least = Math.min(least, prints.comparison().scoreOf(mate));
        }
        if (!prints.isMatch(least)) {
            throw new IllegalStateException("two impressions of one finger did not match");
        }
        return least;
    }

    @Benchmark
    @OperationsPerInvocation(STRANGERS)
    public double impostor() {
        double most = 0;
        for (PreparedReference stranger : prints.strangers()) {
            most = Math.max(most, prints.comparison().scoreOf(stranger));
        }
        if (prints.isMatch(most)) {
            throw new IllegalStateException("impressions of two fingers matched");
        }
        return most;
    }

    @Benchmark
    public Comparison probe() {
        return prints.comparator().comparisonOf(prints.probe());
    }
}

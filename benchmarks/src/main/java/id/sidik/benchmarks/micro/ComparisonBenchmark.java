package id.sidik.benchmarks.micro;

import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.comparison.Comparison;
import id.sidik.engine.comparison.ComparisonScore;
import id.sidik.engine.comparison.PreparedReference;
import id.sidik.engine.comparison.SourceAfisComparator;
import id.sidik.engine.comparison.TemplateComparator;
import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.extraction.SourceAfisExtractor;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.engine.template.Template;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Preparing a probe, and comparing it with one prepared reference of the same finger or of another one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ComparisonBenchmark {
    private static final double TARGET_FMR = 1e-4;

    private final TemplateComparator comparator = new SourceAfisComparator();
    private final Template probe = template(1, 0);
    private final Comparison comparison = comparator.comparisonOf(probe);
    private final PreparedReference mate = comparator.prepare(template(1, 1));
    private final PreparedReference stranger = comparator.prepare(template(2, 0));

    @Benchmark
    public ComparisonScore genuine() {
        ComparisonScore score = comparison.against(mate);
        if (Calibration.SOURCEAFIS.fmrAt(score) > TARGET_FMR) {
            throw new IllegalStateException("two impressions of one finger did not match");
        }
        return score;
    }

    @Benchmark
    public ComparisonScore impostor() {
        ComparisonScore score = comparison.against(stranger);
        if (Calibration.SOURCEAFIS.fmrAt(score) <= TARGET_FMR) {
            throw new IllegalStateException("impressions of two fingers matched");
        }
        return score;
    }

    @Benchmark
    public ComparisonScore probeAndComparison() {
        ComparisonScore score = comparator.comparisonOf(probe).against(mate);
        if (Calibration.SOURCEAFIS.fmrAt(score) > TARGET_FMR) {
            throw new IllegalStateException("two impressions of one finger did not match");
        }
        return score;
    }

    private static Template template(long seed, int impression) {
        return switch (new SourceAfisExtractor()
                .extract(SyntheticFinger.of(seed).impression(impression))) {
            case ExtractionResult.Extracted(Template template, var _) -> template;
            case ExtractionResult.TooPoor(var quality) ->
                throw new IllegalStateException("a good impression was too poor: " + quality);
        };
    }
}

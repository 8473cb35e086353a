package id.sidik.benchmarks.micro;

import id.sidik.engine.FingerEngine;
import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.extraction.Extractor;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.synthesis.Dials;
import id.sidik.engine.synthesis.SensorWindow;
import id.sidik.engine.synthesis.SyntheticFinger;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From an image of 300 x 400 px to a template and its quality, by our engine and by the baseline. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ExtractionBenchmark {
    @Param
    public FingerEngine engine = FingerEngine.SIDIK;

    private Extractor extractor = engine.extractor();
    private final FingerImage image =
            SyntheticFinger.of(1).impression(0, Dials.none(), new SensorWindow(300, 400, 500));

    @Setup
    public void choose() {
        extractor = engine.extractor();
    }

    @Benchmark
    public ExtractionResult extract() {
        ExtractionResult result = extractor.extract(image);
        if (result instanceof ExtractionResult.TooPoor(var quality)) {
            throw new IllegalStateException("a good impression was too poor: " + quality);
        }
        return result;
    }
}

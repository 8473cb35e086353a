package id.sidik.benchmarks.micro;

import id.sidik.engine.image.FingerImage;
import id.sidik.engine.synthesis.SyntheticFinger;
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

/** Growing a synthetic finger, and taking one impression of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SyntheticFingerBenchmark {
    private final SyntheticFinger finger = SyntheticFinger.of(1);
    private final byte[] pixels = finger.impression(2).pixels();

    @Benchmark
    public FingerImage impression() {
        FingerImage image = finger.impression(2);
        if (image.greyAt(128, 144) != Byte.toUnsignedInt(pixels[144 * 256 + 128])) {
            throw new IllegalStateException("the same impression came out differently");
        }
        return image;
    }

    @Benchmark
    public SyntheticFinger master() {
        SyntheticFinger again = SyntheticFinger.of(1);
        if (again.pattern() != finger.pattern()) {
            throw new IllegalStateException("the same finger came out differently");
        }
        return again;
    }
}

package id.sidik.benchmarks.micro;

import id.sidik.engine.FingerEngine;
import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.engine.template.FingerPosition;
import id.sidik.matcher.crypto.KeyFile;
import id.sidik.matcher.crypto.RecordSeal;
import id.sidik.matcher.store.ReferenceKey;
import id.sidik.matcher.store.ReferenceLayout;
import id.sidik.matcher.store.StoredReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Sealing one reference into the record that goes to disk, and opening it again. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RecordCodecBenchmark {
    private final RecordSeal seal = seal();
    private final StoredReference reference = reference();
    private final byte[] key = reference.key().bytes();
    private final byte[] record = ReferenceLayout.encode(reference, seal);

    @Benchmark
    public byte[] encode() {
        byte[] encoded = ReferenceLayout.encode(reference, seal);
        if (encoded.length != record.length) {
            throw new IllegalStateException("a record of " + record.length + " bytes has now " + encoded.length);
        }
        return encoded;
    }

    @Benchmark
    public StoredReference decode() {
        StoredReference decoded = ReferenceLayout.decode(key, record, seal);
        if (!decoded.key().equals(reference.key()) || !decoded.enrolledAt().equals(reference.enrolledAt())) {
            throw new IllegalStateException("another reference came out than went in");
        }
        return decoded;
    }

    /** A seal under a fresh key, whose file is gone again before anything is measured. */
    private static RecordSeal seal() {
        try {
            Path folder = Files.createTempDirectory("sidik-benchmark-key");
            RecordSeal seal = new KeyFile(folder).createDraft();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
            return seal;
        } catch (IOException e) {
            throw new UncheckedIOException("no key could be made in the folder for temporary files", e);
        }
    }

    private static StoredReference reference() {
        ReferenceKey key = new ReferenceKey(17, "subject-1", FingerPosition.RIGHT_INDEX, 0);
        return switch (FingerEngine.SIDIK
                .extractor()
                .extract(SyntheticFinger.of(1).impression(0))) {
            case ExtractionResult.Extracted(var template, var quality) ->
                new StoredReference(key, template, quality, Instant.EPOCH);
            case ExtractionResult.TooPoor(var quality) ->
                throw new IllegalStateException("a good impression was too poor: " + quality);
        };
    }
}

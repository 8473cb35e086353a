package id.sidik.benchmarks.boxfigures;

import id.sidik.benchmarks.disk.ScratchFolder;
import id.sidik.benchmarks.sizing.FigureKey;
import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.extraction.SidikExtractor;
import id.sidik.engine.gallery.Partitioning;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.engine.template.FingerPosition;
import id.sidik.matcher.crypto.KeyFile;
import id.sidik.matcher.store.IdempotentRequest;
import id.sidik.matcher.store.RecordedAnswer;
import id.sidik.matcher.store.ReferenceKey;
import id.sidik.matcher.store.ReferenceStore;
import id.sidik.matcher.store.StoreChange;
import id.sidik.matcher.store.StoreSettings;
import id.sidik.matcher.store.StoredReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Appends to the matcher's own store, each acknowledged only when it is on the disk: as if 64 people were enrolled at once. */
final class DiskFigures {
    private static final int WRITERS = 64;
    private static final Partitioning PARTITIONS = new Partitioning(64);
    private static final String DIGEST = "0".repeat(64);

    private final Path disk;
    private final ExtractionResult.Extracted print = print();
    private int written;

    /** @param disk a folder; another one is made in it, and removed */
    DiskFigures(Path disk) {
        this.disk = disk;
    }

    Map<FigureKey, Double> measure(Stopwatch stopwatch, Duration time) {
        try (ScratchFolder folder = ScratchFolder.in(disk, "sidik-measure");
                ReferenceStore store = ReferenceStore.open(
                        new StoreSettings(
                                folder.path().resolve("db"), PARTITIONS.count(), WRITERS, 0, Duration.ofDays(1)),
                        new KeyFile(folder.path().resolve("keys")))) {
            double nanosEach = stopwatch.nanosEach(time, WRITERS, () -> append(store));
            requireAllThere(store);
            Map<FigureKey, Double> figures = new EnumMap<>(FigureKey.class);
            figures.put(FigureKey.SYNCED_APPENDS_PER_SECOND, 1e9 / nanosEach);
            return figures;
        }
    }

    private long append(ReferenceStore store) {
        List<CompletableFuture<Void>> commits = IntStream.range(0, WRITERS)
                .mapToObj(writer -> store.commit(change(written + writer)))
                .toList();
        commits.forEach(CompletableFuture::join);
        written += WRITERS;
        return written;
    }

    private StoreChange change(int number) {
        String subject = "measured-" + number;
        ReferenceKey key = new ReferenceKey(PARTITIONS.partitionOf(subject), subject, FingerPosition.RIGHT_INDEX, 0);
        StoredReference reference = new StoredReference(key, print.template(), print.quality(), Instant.EPOCH);
        RecordedAnswer answer =
                new RecordedAnswer(new IdempotentRequest("measure-" + number, DIGEST), Instant.EPOCH, new byte[0]);
        return new StoreChange(List.of(reference), List.of(), answer);
    }

    private void requireAllThere(ReferenceStore store) {
        if (store.references() != written) {
            throw new IllegalStateException("of " + written + " references the store has " + store.references());
        }
    }

    private static ExtractionResult.Extracted print() {
        return switch (new SidikExtractor().extract(SyntheticFinger.of(1).impression(0))) {
            case ExtractionResult.Extracted extracted -> extracted;
            case ExtractionResult.TooPoor(var quality) ->
                throw new IllegalStateException("a good impression was too poor: " + quality);
        };
    }
}

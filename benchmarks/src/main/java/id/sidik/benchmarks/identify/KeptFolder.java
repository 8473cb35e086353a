package id.sidik.benchmarks.identify;

import id.sidik.engine.gallery.KeptSegments;
import id.sidik.engine.gallery.SegmentKeeper;
import id.sidik.matcher.crypto.KeyFile;
import id.sidik.matcher.crypto.RecordSeal;
import id.sidik.matcher.segments.SegmentFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Copies of segments as the matcher keeps them, sealed, in a folder that is gone afterwards. */
final class KeptFolder implements AutoCloseable {
    private final Path folder;
    private final RecordSeal seal;

    KeptFolder() {
        try {
            folder = Files.createTempDirectory("sidik-identify");
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder can be made", e);
        }
        seal = new KeyFile(folder.resolve("key")).createDraft();
    }

    SegmentKeeper keeper() {
        return new SegmentFolder(folder.resolve("segments"), seal);
    }

    KeptSegments open(int threads) {
        return new SegmentFolder(folder.resolve("segments"), seal).open(threads);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " can not be deleted", e);
        }
    }
}

package id.sidik.benchmarks.identify;

import id.sidik.benchmarks.disk.ScratchFolder;
import id.sidik.engine.gallery.KeptSegments;
import id.sidik.engine.gallery.MemoryPages;
import id.sidik.engine.gallery.SegmentKeeper;
import id.sidik.matcher.crypto.KeyFile;
import id.sidik.matcher.crypto.RecordSeal;
import id.sidik.matcher.segments.SegmentFolder;
import java.nio.file.Path;

/** Copies of segments as the matcher keeps them, sealed, in a folder that is gone afterwards. */
final class KeptFolder implements AutoCloseable {
    private final ScratchFolder folder =
            ScratchFolder.in(Path.of(System.getProperty("java.io.tmpdir")), "sidik-identify");
    private final RecordSeal seal;

    KeptFolder() {
        seal = new KeyFile(folder.path().resolve("key")).createDraft();
    }

    SegmentKeeper keeper() {
        return new SegmentFolder(folder.path().resolve("segments"), seal, MemoryPages.HUGE);
    }

    KeptSegments open(int threads) {
        return new SegmentFolder(folder.path().resolve("segments"), seal, MemoryPages.HUGE).open(threads);
    }

    @Override
    public void close() {
        folder.close();
    }
}

package id.sidik.benchmarks.start;

import id.sidik.engine.FingerEngine;
import id.sidik.engine.gallery.ComparisonPool;
import id.sidik.engine.gallery.IndexedGallery;
import id.sidik.engine.gallery.MemoryPages;
import id.sidik.engine.gallery.Partitioning;
import id.sidik.engine.gallery.SubjectTraits;
import id.sidik.engine.quality.Quality;
import id.sidik.engine.quality.QualityCause;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.matcher.crypto.KeyFile;
import id.sidik.matcher.register.GalleryLoader;
import id.sidik.matcher.register.Register;
import id.sidik.matcher.register.RegisterState;
import id.sidik.matcher.sample.Impression;
import id.sidik.matcher.segments.SegmentFolder;
import id.sidik.matcher.store.IdempotentRequest;
import id.sidik.matcher.store.ReferenceStore;
import id.sidik.matcher.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** What a matcher is behind its gRPC: store, kept segments, gallery and register, in a folder. */
final class MatcherBox implements AutoCloseable {
    private static final int PARTITIONS = 64;
    private static final int WRITES_WAITING_MAX = 10_000;
    private static final int TASKS_WAITING_MAX = 256;
    private static final Quality NOT_MEASURED = new Quality(0, QualityCause.NONE);
    private static final String NO_DIGEST = "0".repeat(64);

    private final ReferenceStore store;
    private final ComparisonPool searches;
    private final ComparisonPool verifications;
    private final IndexedGallery gallery;
    private final Register register;
    private final GalleryLoader loader;

    private MatcherBox(Path folder, int threads) {
        KeyFile key = new KeyFile(folder.resolve("keys"));
        store = ReferenceStore.open(
                new StoreSettings(folder.resolve("db"), PARTITIONS, WRITES_WAITING_MAX, 0, Duration.ofDays(7)), key);
        SegmentFolder segments = new SegmentFolder(folder.resolve("segments"), key.load(), MemoryPages.HUGE);
        searches = new ComparisonPool("search", threads, TASKS_WAITING_MAX);
        verifications = new ComparisonPool("verify", threads, TASKS_WAITING_MAX);
        gallery = new IndexedGallery(
                FingerEngine.SIDIK.comparator(),
                FingerEngine.SIDIK.calibration(),
                new Partitioning(PARTITIONS),
                new IndexedGallery.Threads(searches, verifications, 1),
                MemoryPages.HUGE,
                segments,
                System::nanoTime);
        register = new Register(store, gallery, Long.MAX_VALUE, InstantSource.system());
        Runnable opening = () -> {
            gallery.reuse(segments.open(threads));
            gallery.start();
        };
        loader = new GalleryLoader(store, gallery, register, opening, InstantSource.system(), threads);
    }

    /** Starts one, and returns when it serves. */
    static MatcherBox serving(Path folder, int threads) {
        MatcherBox box = new MatcherBox(folder, threads);
        box.loader.start().join();
        if (box.register.state() != RegisterState.SERVING) {
            box.close();
            throw new IllegalStateException("the matcher does not serve; its log says why");
        }
        return box;
    }

    /** Enrols as a call would, after its samples were extracted: durable when this returns. */
    void enrol(String subjectId, List<FingerTemplate> references) {
        try {
            register.add(
                    subjectId,
                    SubjectTraits.UNKNOWN,
                    references.stream()
                            .map(reference -> new Impression.Usable(reference, NOT_MEASURED))
                            .toList(),
                    new IdempotentRequest("start-" + subjectId, NO_DIGEST),
                    new byte[0],
                    () -> Duration.ofMinutes(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while enrolling", e);
        }
    }

    /** Waits until all segments are laid out and kept. */
    void awaitUpkeep() {
        try {
            gallery.awaitUpkeep();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while segments were laid out", e);
        }
    }

    long references() {
        return gallery.referenceCount();
    }

    @Override
    public void close() {
        loader.close();
        gallery.close();
        searches.close();
        verifications.close();
        store.close();
    }
}

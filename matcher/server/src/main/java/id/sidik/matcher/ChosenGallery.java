package id.sidik.matcher;

import id.sidik.engine.FingerEngine;
import id.sidik.engine.gallery.ComparisonPool;
import id.sidik.engine.gallery.ExhaustiveGallery;
import id.sidik.engine.gallery.Gallery;
import id.sidik.engine.gallery.IndexedGallery;
import id.sidik.engine.gallery.IndexedGallery.Threads;
import id.sidik.engine.gallery.Partitioning;
import id.sidik.matcher.crypto.RecordSeal;
import id.sidik.matcher.segments.SegmentFolder;
import java.nio.file.Path;
import java.util.function.IntSupplier;

/**
 * The gallery that an engine gets: ours lies outside the heap, is indexed and kept beside the store; the baseline's is on the heap
 * and compares everybody.
 */
final class ChosenGallery implements AutoCloseable {
    private final Gallery gallery;
    private final Runnable preparation;
    private final IntSupplier prepared;
    private final Runnable end;

    private ChosenGallery(Gallery gallery, Runnable preparation, IntSupplier prepared, Runnable end) {
        this.gallery = gallery;
        this.preparation = preparation;
        this.prepared = prepared;
        this.end = end;
    }

    /**
     * An empty gallery.
     *
     * @param segments folder for copies of an indexed gallery's segments
     * @param seal of the store
     */
    static ChosenGallery of(
            MatcherConfig config,
            Path segments,
            RecordSeal seal,
            ComparisonPool searches,
            ComparisonPool verifications) {
        FingerEngine engine = config.engine();
        Partitioning partitioning = new Partitioning(config.partitions());
        return switch (engine) {
            case SIDIK -> {
                SegmentFolder folder = new SegmentFolder(segments, seal, config.pages());
                IndexedGallery indexed = new IndexedGallery(
                        engine.comparator(),
                        engine.calibration(),
                        partitioning,
                        new Threads(searches, verifications, 1),
                        config.pages(),
                        folder,
                        System::nanoTime);
                yield new ChosenGallery(
                        indexed,
                        () -> {
                            indexed.reuse(folder.open(config.comparisonThreads()));
                            indexed.start();
                        },
                        folder::opened,
                        indexed::close);
            }
            case SOURCEAFIS ->
                new ChosenGallery(
                        new ExhaustiveGallery(
                                engine.comparator(), engine.calibration(), partitioning, searches, verifications),
                        () -> {},
                        () -> 0,
                        () -> {});
        };
    }

    Gallery gallery() {
        return gallery;
    }

    /** What is to be done before the gallery is filled; may take seconds. */
    void prepare() {
        preparation.run();
    }

    /** How many kept segments the preparation has been through. */
    int prepared() {
        return prepared.getAsInt();
    }

    @Override
    public void close() {
        end.run();
    }
}

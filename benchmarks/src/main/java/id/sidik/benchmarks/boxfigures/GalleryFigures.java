package id.sidik.benchmarks.boxfigures;

import id.sidik.benchmarks.sizing.FigureKey;
import id.sidik.engine.FingerEngine;
import id.sidik.engine.gallery.ComparisonPool;
import id.sidik.engine.gallery.IndexedGallery;
import id.sidik.engine.gallery.MemoryPages;
import id.sidik.engine.gallery.Partitioning;
import id.sidik.engine.gallery.SearchRequest;
import id.sidik.engine.gallery.SegmentKeeper;
import id.sidik.engine.synthesis.SyntheticGallery;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What a reference takes of memory in the matcher's own gallery, filled with synthetic subjects of two fingers for as long as there
 * is time. How long a search takes, {@link SearchFigures} finds out in a full block of the index; a gallery of the thousands that two
 * minutes allow would take what a search costs in any gallery for what a subject costs.
 */
final class GalleryFigures {
    private static final int FINGERS = 2;
    private static final int ROUND_SUBJECTS = 512;
    private static final int SUBJECTS_MAX = 1 << 16;
    /** The gallery seals so many into a segment. */
    private static final int OPEN_ROWS_MAX = 256;

    private static final int TASKS_WAITING_MAX = 1 << 10;
    private static final int PARTITIONS = 4;
    private static final Duration SEARCH_TIME_MAX = Duration.ofMinutes(10);

    private final SyntheticGallery people = new SyntheticGallery(1, SUBJECTS_MAX, FINGERS);
    private final LongSupplier nanoClock;

    /** @param nanoClock as {@link System#nanoTime} */
    GalleryFigures(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** @param time for filling; laying the last rows out takes a little more */
    Map<FigureKey, Double> measure(Duration time) {
        try (ComparisonPool searches = new ComparisonPool("search", 1, TASKS_WAITING_MAX);
                ComparisonPool verifications = new ComparisonPool("verify", 1, TASKS_WAITING_MAX);
                IndexedGallery gallery = new IndexedGallery(
                        FingerEngine.SIDIK.comparator(),
                        FingerEngine.SIDIK.calibration(),
                        new Partitioning(PARTITIONS),
                        new IndexedGallery.Threads(searches, verifications, 1),
                        MemoryPages.HUGE,
                        SegmentKeeper.NONE,
                        nanoClock)) {
            gallery.start();
            fill(gallery, time);
            settle(gallery);
            int inSegments = FINGERS * ((int) gallery.subjectCount() - gallery.openRows());
            Map<FigureKey, Double> figures = new EnumMap<>(FigureKey.class);
            figures.put(FigureKey.GALLERY_BYTES_PER_REFERENCE, (double) gallery.offHeapBytes() / inSegments);
            return figures;
        }
    }

    private void fill(IndexedGallery gallery, Duration time) {
        long end = nanoClock.getAsLong() + time.toNanos();
        int subjects = 0;
        do {
            for (int i = 0; i < ROUND_SUBJECTS; i++) {
                gallery.add("nobody-" + subjects, people.references(subjects));
                subjects++;
            }
        } while (subjects < SUBJECTS_MAX && nanoClock.getAsLong() < end);
        for (int partition = 0; partition < gallery.partitionCount(); partition++) {
            gallery.markReady(partition);
        }
    }

    /** Searches until the rows are in segments, as they are in any gallery that does not grow by thousands in a second. */
    private void settle(IndexedGallery gallery) {
        SearchRequest search = SearchRequest.of(people.references(0), 1e-3, 1, SEARCH_TIME_MAX);
        while (gallery.openRows() >= OPEN_ROWS_MAX) {
            try {
                if (gallery.search(search).candidates().isEmpty()) {
                    throw new IllegalStateException("somebody was not found by her own fingers");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while searching", e);
            }
        }
    }
}

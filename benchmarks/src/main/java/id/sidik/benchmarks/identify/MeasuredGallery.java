package id.sidik.benchmarks.identify;

import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.report.Progress;
import id.sidik.engine.FingerEngine;
import id.sidik.engine.gallery.ComparisonPool;
import id.sidik.engine.gallery.ExhaustiveGallery;
import id.sidik.engine.gallery.Gallery;
import id.sidik.engine.gallery.IndexedGallery;
import id.sidik.engine.gallery.KeptSegments;
import id.sidik.engine.gallery.MemoryPages;
import id.sidik.engine.gallery.Partitioning;
import id.sidik.engine.gallery.SegmentKeeper;
import id.sidik.engine.gallery.SubjectTraits;
import id.sidik.engine.synthesis.SyntheticGallery;
import id.sidik.engine.template.FingerTemplate;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;

/** A gallery of real people among those who are nobody, and what it takes to fill it. */
final class MeasuredGallery implements AutoCloseable {
    private static final int ROUND_SUBJECTS = 65_536;
    private static final int TASK_SUBJECTS = 256;
    private static final int TASKS_WAITING_MAX = 1 << 16;
    private static final int PARTITIONS = 4;

    private final ComparisonPool searches;
    private final ComparisonPool verifications;
    private final Gallery gallery;
    private final long bytesBefore;
    private long fillNanos;

    /** Where subjects come from, and who makes their templates and adds them. */
    record Source(SyntheticGallery background, RealPeople people, Workers workers, Progress progress) {}

    @FunctionalInterface
    private interface Addition {
        void add(String subjectId, SubjectTraits traits, List<FingerTemplate> references);
    }

    private MeasuredGallery(int threads, boolean isIndexed, SegmentKeeper keeper) {
        this.bytesBefore = heapBytes();
        this.searches = new ComparisonPool("search", threads, TASKS_WAITING_MAX);
        this.verifications = new ComparisonPool("verify", 1, TASKS_WAITING_MAX);
        this.gallery = isIndexed ? indexedWith(threads, keeper) : everybodyWith(threads);
    }

    private IndexedGallery indexedWith(int threads, SegmentKeeper keeper) {
        return new IndexedGallery(
                FingerEngine.SIDIK.comparator(),
                FingerEngine.SIDIK.calibration(),
                new Partitioning(PARTITIONS),
                new IndexedGallery.Threads(searches, verifications, threads),
                MemoryPages.HUGE,
                keeper,
                System::nanoTime);
    }

    private ExhaustiveGallery everybodyWith(int threads) {
        return new ExhaustiveGallery(
                FingerEngine.SIDIK.comparator(),
                FingerEngine.SIDIK.calibration(),
                new Partitioning(PARTITIONS * threads),
                searches,
                verifications);
    }

    /**
     * One as the matcher fills it from its store.
     *
     * @param keeper takes copies of the segments, before this returns
     * @param kept copies from before
     */
    static MeasuredGallery indexed(int threads, Source source, SegmentKeeper keeper, Reopening kept) {
        MeasuredGallery measured = new MeasuredGallery(threads, true, keeper);
        IndexedGallery indexed = (IndexedGallery) measured.gallery;
        long startedNanos = System.nanoTime();
        indexed.reuse(kept.open());
        indexed.start();
        measured.fillNanos += System.nanoTime() - startedNanos;
        measured.fill(source, indexed::restore);
        await(indexed);
        return measured;
    }

    /** Opens copies of segments, if there are any. */
    @FunctionalInterface
    interface Reopening {
        KeptSegments open();
    }

    /** One that compares everybody. */
    static MeasuredGallery exhaustive(int threads, Source source) {
        MeasuredGallery measured = new MeasuredGallery(threads, false, SegmentKeeper.NONE);
        measured.fill(source, measured.gallery::add);
        return measured;
    }

    Gallery gallery() {
        return gallery;
    }

    /** The longest that a change had to wait since this was last asked for a new segment to be put in force, ms; 0 where there are none. */
    double takeLongestSwapMillis() {
        return gallery instanceof IndexedGallery indexed
                ? indexed.takeLongestSwap().toNanos() / 1e6
                : 0;
    }

    /** Seconds until it was ready, from templates that were there. */
    double fillSeconds() {
        return fillNanos / 1e9;
    }

    /** What the gallery occupies, of the heap and beside it. */
    long bytes() {
        long onHeap = Math.max(0, heapBytes() - bytesBefore);
        return gallery instanceof IndexedGallery indexed ? indexed.offHeapBytes() + onHeap : onHeap;
    }

    private void fill(Source source, Addition addition) {
        source.people()
                .people()
                .forEach(person -> addition.add(person.id(), Regions.ofRealPeople(), person.references()));
        int count = source.background().subjects();
        for (int first = 0; first < count; first += ROUND_SUBJECTS) {
            fillRound(source, addition, first, Math.min(count, first + ROUND_SUBJECTS));
        }
        long startedNanos = System.nanoTime();
        IntStream.range(0, gallery.partitionCount()).forEach(gallery::markReady);
        fillNanos += System.nanoTime() - startedNanos;
    }

    private void fillRound(Source source, Addition addition, int first, int end) {
        int tasks = (end - first + TASK_SUBJECTS - 1) / TASK_SUBJECTS;
        List<List<List<FingerTemplate>>> made = source.workers()
                .all(
                        tasks,
                        task -> IntStream.range(
                                        first + task * TASK_SUBJECTS, Math.min(end, first + (task + 1) * TASK_SUBJECTS))
                                .mapToObj(source.background()::references)
                                .toList());
        long startedNanos = System.nanoTime();
        source.workers().all(tasks, task -> {
            for (int i = 0; i < made.get(task).size(); i++) {
                int subject = first + task * TASK_SUBJECTS + i;
                addition.add(
                        "nobody/" + subject, Regions.of(subject), made.get(task).get(i));
            }
            return tasks;
        });
        fillNanos += System.nanoTime() - startedNanos;
        source.progress().add(end - first);
    }

    private static void await(IndexedGallery indexed) {
        try {
            indexed.awaitUpkeep();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the gallery was filled", e);
        }
    }

    private static long heapBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Override
    public void close() {
        if (gallery instanceof IndexedGallery indexed) {
            indexed.close();
        }
        searches.close();
        verifications.close();
    }
}

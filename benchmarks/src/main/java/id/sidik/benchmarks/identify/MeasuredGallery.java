package id.sidik.benchmarks.identify;

import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.report.Progress;
import id.sidik.engine.FingerEngine;
import id.sidik.engine.gallery.ComparisonPool;
import id.sidik.engine.gallery.ExhaustiveGallery;
import id.sidik.engine.gallery.Gallery;
import id.sidik.engine.gallery.IndexedGallery;
import id.sidik.engine.gallery.Partitioning;
import id.sidik.engine.gallery.SegmentKeeper;
import id.sidik.engine.synthesis.SyntheticGallery;
import id.sidik.engine.template.FingerTemplate;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;

/** A gallery that grows by subjects who are nobody, and is asked what it takes. */
final class MeasuredGallery implements AutoCloseable {
    private static final int ROUND_SUBJECTS = 8_192;
    private static final int TASK_SUBJECTS = 256;
    private static final int TASKS_WAITING_MAX = 1 << 16;
    private static final int PARTITIONS = 4;

    private final ComparisonPool searches;
    private final ComparisonPool verifications;
    private final Gallery gallery;
    private final long bytesBefore;
    private long buildNanos;
    private int subjects;

    /** Makes a gallery that searches with some threads, and gives its memory back when closed. */
    private MeasuredGallery(int threads, boolean isIndexed) {
        this.bytesBefore = heapBytes();
        this.searches = new ComparisonPool("search", threads, TASKS_WAITING_MAX);
        this.verifications = new ComparisonPool("verify", 1, TASKS_WAITING_MAX);
        this.gallery = isIndexed ? indexedWith(threads) : everybodyWith(threads);
        IntStream.range(0, gallery.partitionCount()).forEach(gallery::markReady);
    }

    /** One as the matcher has it. */
    static MeasuredGallery indexed(int threads) {
        return new MeasuredGallery(threads, true);
    }

    /** One that compares everybody. */
    static MeasuredGallery exhaustive(int threads) {
        return new MeasuredGallery(threads, false);
    }

    private IndexedGallery indexedWith(int threads) {
        IndexedGallery indexed = new IndexedGallery(
                FingerEngine.SIDIK.comparator(),
                FingerEngine.SIDIK.calibration(),
                new Partitioning(PARTITIONS),
                new IndexedGallery.Threads(searches, verifications, threads),
                SegmentKeeper.NONE,
                System::nanoTime);
        indexed.start();
        return indexed;
    }

    private ExhaustiveGallery everybodyWith(int threads) {
        return new ExhaustiveGallery(
                FingerEngine.SIDIK.comparator(),
                FingerEngine.SIDIK.calibration(),
                new Partitioning(PARTITIONS * threads),
                searches,
                verifications);
    }

    Gallery gallery() {
        return gallery;
    }

    /** Seconds that it took to add all who are in it; to make their templates is not counted. */
    double buildSeconds() {
        return buildNanos / 1e9;
    }

    /** What the gallery occupies, of the heap and beside it. */
    long bytes() {
        long onHeap = Math.max(0, heapBytes() - bytesBefore);
        return gallery instanceof IndexedGallery indexed ? indexed.offHeapBytes() + onHeap : onHeap;
    }

    void add(RealPeople people) {
        people.people().forEach(person -> gallery.add(person.id(), person.references()));
    }

    /** Adds subjects until there are so many synthetic ones. */
    void growTo(SyntheticGallery background, int count, Workers workers, Progress progress) {
        while (subjects < count) {
            int first = subjects;
            int end = Math.min(count, first + ROUND_SUBJECTS);
            int tasks = (end - first + TASK_SUBJECTS - 1) / TASK_SUBJECTS;
            List<List<List<FingerTemplate>>> made = workers.all(
                    tasks,
                    task -> IntStream.range(
                                    first + task * TASK_SUBJECTS, Math.min(end, first + (task + 1) * TASK_SUBJECTS))
                            .mapToObj(background::references)
                            .toList());
            long startedNanos = System.nanoTime();
            workers.all(tasks, task -> {
                for (int i = 0; i < made.get(task).size(); i++) {
                    gallery.add(
                            idOf(first + task * TASK_SUBJECTS + i),
                            made.get(task).get(i));
                }
                return tasks;
            });
            buildNanos += System.nanoTime() - startedNanos;
            subjects = end;
            progress.add(end - first);
        }
    }

    /** Of a synthetic subject. */
    static String idOf(int subject) {
        return "nobody/" + subject;
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

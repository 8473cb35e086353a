package id.sidik.matcher.register;

import id.sidik.engine.gallery.Gallery;
import id.sidik.engine.gallery.SubjectTraits;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.matcher.store.ReferenceStore;
import id.sidik.matcher.store.StoredReference;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the gallery from the store when the process starts, several partitions at once, and lets the register serve when every
 * partition has in the gallery what it has on the disk.
 */
public final class GalleryLoader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GalleryLoader.class);
    private static final long STOPPING_SECONDS_MAX = 30;
    private static final int PROGRESS_LINES = 8;

    private final ReferenceStore store;
    private final Gallery gallery;
    private final Register register;
    private final Runnable preparation;
    private final InstantSource clock;
    private final ExecutorService threads;
    private final AtomicInteger partitionsLoaded = new AtomicInteger();

    /**
     * Of one store and its gallery.
     *
     * @param preparation what is to be done first, on one of the threads
     * @param threadCount at least 1: reading, opening seals and decoding cost processor time
     */
    public GalleryLoader(
            ReferenceStore store,
            Gallery gallery,
            Register register,
            Runnable preparation,
            InstantSource clock,
            int threadCount) {
        this.store = store;
        this.gallery = gallery;
        this.register = register;
        this.preparation = preparation;
        this.clock = clock;
        this.threads = Executors.newFixedThreadPool(
                threadCount, Thread.ofPlatform().name("gallery-load-", 1).factory());
    }

    /** Begins; the result completes when the register serves or has failed, never exceptionally. */
    public CompletableFuture<Void> start() {
        register.watchTheDisk();
        LOG.info("Loading {} references of {} partitions", store.references(), store.partitionCount());
        return CompletableFuture.runAsync(preparation, threads)
                .thenCompose(_ -> loadAll())
                .thenRunAsync(this::finish, threads)
                .exceptionally(failure -> {
                    register.fail(causeOf(failure));
                    return null;
                });
    }

    private CompletableFuture<Void> loadAll() {
        return CompletableFuture.allOf(IntStream.range(0, store.partitionCount())
                .mapToObj(partition -> CompletableFuture.runAsync(() -> load(partition), threads))
                .toArray(CompletableFuture[]::new));
    }

    private void load(int partition) {
        SubjectGroups groups = new SubjectGroups(this::index);
        store.scan(partition, groups::add);
        groups.end();
        long stored = store.referencesIn(partition);
        long indexed = gallery.referenceCount(partition);
        if (indexed != stored) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "partition %d has %,d references in the store and %,d in the gallery",
                    partition,
                    stored,
                    indexed));
        }
        gallery.markReady(partition);
        logProgress(partitionsLoaded.incrementAndGet());
    }

    /** Eight lines, however many partitions there are. */
    private void logProgress(int loaded) {
        int count = store.partitionCount();
        if (loaded * PROGRESS_LINES / count > (loaded - 1) * PROGRESS_LINES / count) {
            LOG.info("Loaded {} of {} partitions, {} references", loaded, count, gallery.referenceCount());
        }
    }

    /** In the order of their enrolment, so that what was said of the subject later wins, as it did then. */
    private void index(List<StoredReference> ofOneSubject) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the process is being stopped");
        }
        StoredReference first = ofOneSubject.getFirst();
        if (gallery.partitionOf(first.key().subjectId()) != first.key().partition()) {
            throw new IllegalStateException(
                    first.key().recordName() + " lies in a partition that is not its subject's");
        }
        List<StoredReference> inOrder = ofOneSubject.stream()
                .sorted(Comparator.comparing(StoredReference::enrolledAt))
                .toList();
        SubjectTraits traits =
                inOrder.stream().map(StoredReference::traits).reduce(SubjectTraits.UNKNOWN, SubjectTraits::and);
        try {
            gallery.restore(
                    first.key().subjectId(),
                    traits,
                    inOrder.stream()
                            .map(reference -> new FingerTemplate(reference.key().finger(), reference.template()))
                            .toList());
        } catch (InvalidSampleException e) {
            throw new IllegalStateException(
                    String.format(
                            Locale.ROOT,
                            "%s is a template of %s, which %s can not compare: set matcher.engine to what enrolled it, or enrol anew",
                            first.key().recordName(),
                            first.template().algorithm(),
                            gallery.algorithm()),
                    e);
        }
    }

    /** What an earlier end of the process may have left undone. */
    private void finish() {
        store.eraseWithdrawn();
        store.forgetAnswersOlderThanKept(clock.instant());
        register.serve();
        LOG.info("Serving {} references of {} subjects", gallery.referenceCount(), gallery.subjectCount());
    }

    private static RuntimeException causeOf(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof RuntimeException known ? known : new IllegalStateException("loading failed", cause);
    }

    /** Stops loading, and waits until nothing reads the store any more. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(STOPPING_SECONDS_MAX, TimeUnit.SECONDS)) {
                LOG.warn("Loading did not stop within {} s", STOPPING_SECONDS_MAX);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package id.sidik.engine.gallery;

import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.comparison.TemplateComparator;
import id.sidik.engine.template.FingerTemplate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A gallery of millions. Rows of subjects lie outside the heap in immutable {@linkplain Segment segments}, and those that came
 * lately in a short list; each change makes a new {@link GalleryVersion}, and a search works on the one it began with. A shortlister
 * says who is worth a full comparison. Rows that do not count any more leave the memory when their segment is laid out anew.
 *
 * <p>Who is withdrawn while a search runs does not come out of it, although the version that it names still had the subject.
 *
 * <p>A segment holds subjects of all partitions, for fewer and larger segments are searched faster. So a search whose time runs out
 * says what it found and how many subjects it considered, but no partition vouches.
 */
public final class IndexedGallery implements Gallery, AutoCloseable {
    static final Shortlister SHORTLISTER = new TripletShortlister();

    private final TemplateComparator comparator;
    private final TemplatePayloads payloads;
    private final Calibration calibration;
    private final Partitioning partitioning;
    private final Shortlister shortlister;
    private final ComparisonPool searches;
    private final ComparisonPool verifications;
    private final int threadsPerSearch;
    private final LongSupplier nanoTime;
    private final LiveSegments live;
    private final Restoration restoration;
    private final Compactor compactor;

    /** Where a gallery compares, and how much of it at once. */
    public record Threads(ComparisonPool searches, ComparisonPool verifications, int threadsPerSearch) {
        /**
         * Of pools that others close.
         *
         * @param searches threads for 1:N
         * @param verifications threads for 1:1, their own so that a counter never waits behind a long search
         * @param threadsPerSearch at least 1; one gives the most searches a second, more the shortest
         */
        public Threads {
            if (threadsPerSearch < 1) {
                throw new IllegalArgumentException("A search takes at least one thread: " + threadsPerSearch);
            }
        }
    }

    /**
     * An empty gallery of our own engine, searched by triplets of minutiae. {@link #start} starts its upkeep.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    public IndexedGallery(
            TemplateComparator comparator,
            Calibration calibration,
            Partitioning partitioning,
            Threads threads,
            MemoryPages pages,
            SegmentKeeper keeper,
            LongSupplier nanoTime) {
        this(
                comparator,
                calibration,
                partitioning,
                threads,
                new SegmentForm(SHORTLISTER, pages),
                CompactionPolicy.USUAL,
                keeper,
                nanoTime);
    }

    IndexedGallery(
            TemplateComparator comparator,
            Calibration calibration,
            Partitioning partitioning,
            Threads threads,
            SegmentForm form,
            CompactionPolicy policy,
            SegmentKeeper keeper,
            LongSupplier nanoTime) {
        calibration.requireScoresOf(comparator.algorithm());
        this.comparator = comparator;
        this.payloads = new TemplatePayloads(comparator);
        this.calibration = calibration;
        this.partitioning = partitioning;
        this.shortlister = form.shortlister();
        this.searches = threads.searches();
        this.verifications = threads.verifications();
        this.threadsPerSearch = threads.threadsPerSearch();
        this.nanoTime = nanoTime;
        this.live = new LiveSegments(payloads, policy, keeper, partitioning.count(), nanoTime);
        this.restoration = new Restoration(live, payloads, form, keeper, partitioning.count());
        this.compactor = new Compactor(live, payloads, form, keeper);
    }

    /**
     * Takes segments that the keeper kept from before. They become part of the gallery as far as {@link #restore} confirms them.
     * Before anything else is done with the gallery.
     */
    public void reuse(KeptSegments kept) {
        live.skipNumbers(kept.nextNumber());
        restoration.reuse(kept.segments());
    }

    /** From now on rows are sealed and segments merged in the background. */
    public void start() {
        compactor.start();
    }

    /**
     * Waits until the upkeep, which must have been started, has nothing to do: all rows that are enough for a segment lie in one, and
     * all copies are made. For measurements and orderly ends; changes go on meanwhile and may keep it from coming to rest.
     */
    public void awaitUpkeep() throws InterruptedException {
        live.awaitNoWork();
    }

    @Override
    public String algorithm() {
        return comparator.algorithm();
    }

    @Override
    public int partitionCount() {
        return partitioning.count();
    }

    @Override
    public int partitionOf(String subjectId) {
        return partitioning.partitionOf(subjectId);
    }

    @Override
    public void markReady(int partition) {
        restoration.complete(partition);
    }

    @Override
    public boolean isReady(int partition) {
        return live.ready().contains(partition);
    }

    @Override
    public void add(String subjectId, SubjectTraits traits, List<FingerTemplate> references) {
        live.add(openRow(subjectId, traits, references));
    }

    @Override
    public void restore(String subjectId, SubjectTraits traits, List<FingerTemplate> references) {
        restoration.restore(openRow(subjectId, traits, references));
    }

    private OpenRow openRow(String subjectId, SubjectTraits traits, List<FingerTemplate> references) {
        references.forEach(reference -> payloads.require(reference.template()));
        return new OpenRow(subjectId, partitionOf(subjectId), traits, references, payloads);
    }

    @Override
    public int remove(String subjectId) {
        return live.remove(subjectId);
    }

    @Override
    public void eraseRemoved() {
        live.requestErasure();
    }

    @Override
    public boolean contains(String subjectId) {
        try (Lease lease = live.lease()) {
            return lease.version().find(subjectId).isPresent();
        }
    }

    @Override
    public long referenceCount() {
        return IntStream.range(0, partitionCount()).mapToLong(live::references).sum();
    }

    @Override
    public long referenceCount(int partition) {
        return live.references(partition);
    }

    @Override
    public long subjectCount() {
        return live.subjects();
    }

    @Override
    public long version() {
        return live.version();
    }

    /** Rows that are in no segment yet: each search compares all of them, so they should be few. */
    public int openRows() {
        try (Lease lease = live.lease()) {
            return lease.version().open().size();
        }
    }

    /**
     * The longest that a change had to wait, since this was last asked, for a segment that was put in force; searches wait for nothing. For
     * measurements.
     */
    public Duration takeLongestSwap() {
        return live.takeLongestSwap();
    }

    /** Memory outside the heap that the gallery's version in force takes. */
    public long offHeapBytes() {
        try (Lease lease = live.lease()) {
            return lease.version().segments().stream()
                    .mapToLong(view -> view.segment().sizeBytes())
                    .sum();
        }
    }

    @Override
    public List<String> subjectIdsAfter(Optional<String> last, int max) {
        try (Lease lease = live.lease()) {
            return SubjectWalk.after(last, max, partitioning, partition -> idsOf(lease.version(), partition));
        }
    }

    private static Stream<String> idsOf(GalleryVersion version, int partition) {
        List<String> ids = new ArrayList<>();
        for (OpenRow row : version.open()) {
            if (row.partition() == partition) {
                ids.add(row.id());
            }
        }
        for (SegmentView view : version.segments()) {
            view.aliveSet().forEach(row -> {
                if (view.segment().partition(row) == partition) {
                    ids.add(view.segment().id(row));
                }
            });
        }
        return ids.stream();
    }

    @Override
    public List<SearchResult> searchAll(List<SearchRequest> requests, Duration timeLimit) throws InterruptedException {
        Batches.require(requests, timeLimit);
        long startNanos = nanoTime.getAsLong();
        List<ProbeSet> probes = requests.stream()
                .map(request -> ProbeSet.prepare(comparator, calibration, request.probes()))
                .toList();
        try (Lease lease = live.lease()) {
            IndexedSearch search = new IndexedSearch(
                    lease, requests, probes, shortlister, payloads, nanoTime, startNanos + timeLimit.toNanos());
            run(search, timeLimit.plusNanos(startNanos));
            return search.results(partitionCount()).stream()
                    .map(this::withoutWithdrawn)
                    .toList();
        }
    }

    private void run(IndexedSearch search, Duration end) throws InterruptedException {
        if (threadsPerSearch == 1) {
            runAll(search.wholeOnOneThread(), 1, end);
        } else {
            runAll(search.listing(), threadsPerSearch, end);
            search.choose();
            runAll(search.comparing(), threadsPerSearch, end);
        }
    }

    private void runAll(Callable<Boolean> task, int threads, Duration end) throws InterruptedException {
        Duration left = end.minusNanos(nanoTime.getAsLong());
        if (left.isPositive()) {
            List<Callable<Boolean>> tasks =
                    Stream.generate(() -> task).limit(threads).toList();
            searches.runAll(tasks, left).forEach(TaskAnswers::isDone);
        }
    }

    private SearchResult withoutWithdrawn(SearchResult result) {
        return new SearchResult(
                result.candidates().stream()
                        .filter(candidate -> contains(candidate.subjectId()))
                        .toList(),
                result.coverage(),
                result.version(),
                result.subjectsConsidered());
    }

    @Override
    public VerificationResult verify(String subjectId, List<FingerTemplate> probes, Duration timeLimit)
            throws InterruptedException {
        return Verification.within(timeLimit, verifications, this, subjectId, () -> verified(subjectId, probes));
    }

    private VerificationResult verified(String subjectId, List<FingerTemplate> probes) {
        try (Lease lease = live.lease()) {
            return lease.version()
                    .find(subjectId)
                    .map(place -> VerificationResult.of(
                            ProbeSet.prepare(comparator, calibration, probes), place.read(payloads)))
                    .orElseGet(VerificationResult.NotEnrolled::new);
        }
    }

    /** Ends the upkeep, waiting for what is under way, and gives the memory back when the last search has ended. */
    @Override
    public void close() {
        compactor.close();
        live.close();
    }
}

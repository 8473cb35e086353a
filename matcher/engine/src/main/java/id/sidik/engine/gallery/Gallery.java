package id.sidik.engine.gallery;

import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.comparison.TemplateComparator;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.template.FingerTemplate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The references that are searched together, all in memory, spread over a fixed number of partitions by subject. Derived state:
 * whoever owns the store fills it, and marks each partition ready once all of it is in. Safe for use by many threads; additions
 * and removals do not wait for searches. With SourceAFIS a reference takes 11.9 kB (measured over eight FVC sets), so a million
 * fingers take 12 GB.
 *
 * <p>Errors leave as rates, never as scores. All comparisons with a subject become one FMR ({@link PersonRate}): several
 * impressions of a finger and several fingers support each other, and each further chance that an impostor had is paid for.
 */
public final class Gallery {
    private final TemplateComparator comparator;
    private final Calibration calibration;
    private final Partitioning partitioning;
    private final ComparisonPool searches;
    private final ComparisonPool verifications;
    private final List<Partition> partitions;
    private final AtomicLong referenceCount = new AtomicLong();

    /**
     * @param searches threads for 1:N, at least as many waiting tasks as partitions
     * @param verifications threads for 1:1, their own so that a counter never waits behind a long search
     */
    public Gallery(
            TemplateComparator comparator,
            Calibration calibration,
            Partitioning partitioning,
            ComparisonPool searches,
            ComparisonPool verifications) {
        if (!calibration.algorithm().equals(comparator.algorithm())) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "Scores of %s can not be calibrated as those of %s",
                    comparator.algorithm(),
                    calibration.algorithm()));
        }
        this.comparator = comparator;
        this.calibration = calibration;
        this.partitioning = partitioning;
        this.searches = searches;
        this.verifications = verifications;
        this.partitions =
                Stream.generate(Partition::new).limit(partitioning.count()).toList();
    }

    public String algorithm() {
        return comparator.algorithm();
    }

    public int partitionCount() {
        return partitioning.count();
    }

    public int partitionOf(String subjectId) {
        return partitioning.partitionOf(subjectId);
    }

    /** From now on the partition vouches for its part of an answer: all that is stored of it has been added. */
    public void markReady(int partition) {
        partitions.get(partition).markReady();
    }

    public boolean isReady(int partition) {
        return partitions.get(partition).isReady();
    }

    /**
     * Adds references to a subject, who need not be new. A search sees all of them or none.
     *
     * @param references at least 1
     * @throws InvalidSampleException if one is of another algorithm: none was added
     * @throws IllegalArgumentException if the subject would have more than 200: none was added
     */
    public void add(String subjectId, List<FingerTemplate> references) {
        Subject subject = new Subject(
                subjectId,
                references.stream()
                        .map(reference ->
                                new Subject.Reference(reference.finger(), comparator.prepare(reference.template())))
                        .toList());
        partitionWith(subjectId).add(subject);
        referenceCount.addAndGet(subject.references().size());
    }

    /** Removes all references of a subject; returns how many there were. */
    public int remove(String subjectId) {
        return partitionWith(subjectId)
                .remove(subjectId)
                .map(subject -> {
                    referenceCount.addAndGet(-subject.references().size());
                    return subject.references().size();
                })
                .orElse(0);
    }

    public boolean contains(String subjectId) {
        return partitionWith(subjectId).find(subjectId).isPresent();
    }

    public long referenceCount() {
        return referenceCount.get();
    }

    public long referenceCount(int partition) {
        return partitions.get(partition).referenceCount();
    }

    public long subjectCount() {
        return partitions.stream().mapToLong(Partition::subjectCount).sum();
    }

    /**
     * Searches every partition that is ready (1:N).
     *
     * @throws InvalidSampleException if a probe is of another algorithm
     * @throws GalleryOverloadedException if too many searches wait already
     * @throws InterruptedException if the caller was interrupted; the search has been stopped
     */
    public SearchResult search(SearchRequest request) throws InterruptedException {
        ProbeSet probes = ProbeSet.prepare(comparator, calibration, request.probes());
        List<Integer> ready = readyPartitions();
        List<PartitionSearch> tasks = ready.stream()
                .map(partition -> new PartitionSearch(
                        partitions.get(partition), probes, request.candidatesMax(), request.excludedSubjectId()))
                .toList();
        List<Future<PartitionSearch.Answer>> answers = searches.runAll(tasks, request.timeLimit());
        return merge(request, ready, answers);
    }

    private List<Integer> readyPartitions() {
        return Stream.iterate(0, partition -> partition + 1)
                .limit(partitions.size())
                .filter(this::isReady)
                .toList();
    }

    private SearchResult merge(
            SearchRequest request, List<Integer> searched, List<Future<PartitionSearch.Answer>> answers) {
        BitSet vouched = new BitSet(partitions.size());
        List<PartitionSearch.Hit> hits = new ArrayList<>();
        long searchedReferences = 0;
        for (int i = 0; i < answers.size(); i++) {
            Future<PartitionSearch.Answer> answer = answers.get(i);
            if (isDone(answer)) {
                vouched.set(searched.get(i));
                hits.addAll(answer.resultNow().hits());
                searchedReferences += answer.resultNow().searchedReferences();
            }
        }
        long subjects = Math.max(1, subjectCount());
        List<Candidate> candidates = hits.stream()
                .sorted(PartitionSearch.BEST_FIRST)
                .limit(request.candidatesMax())
                .map(hit -> new Candidate(
                        hit.subjectId(), hit.fmr(), Calibration.fpirAt(hit.fmr(), subjects), hit.finger()))
                .takeWhile(candidate -> candidate.fpir() <= request.targetFpir())
                .toList();
        return new SearchResult(candidates, new PartitionCoverage(partitions.size(), vouched, searchedReferences));
    }

    /**
     * Compares probes with the references of one subject (1:1).
     *
     * @param timeLimit above zero
     * @throws InvalidSampleException if a probe is of another algorithm
     * @throws GalleryOverloadedException if too many verifications wait already
     * @throws InterruptedException if the caller was interrupted
     */
    public VerificationResult verify(String subjectId, List<FingerTemplate> probes, Duration timeLimit)
            throws InterruptedException {
        int partition = partitionOf(subjectId);
        if (!isReady(partition)) {
            return new VerificationResult.Loading(partition);
        }
        Callable<VerificationResult> task = () -> partitions
                .get(partition)
                .find(subjectId)
                .map(subject -> verified(subject, probes))
                .orElseGet(VerificationResult.NotEnrolled::new);
        Future<VerificationResult> result =
                verifications.runAll(List.of(task), timeLimit).getFirst();
        return isDone(result) ? result.resultNow() : new VerificationResult.TimedOut();
    }

    private VerificationResult verified(Subject subject, List<FingerTemplate> probes) {
        PersonRate rate = new PersonRate();
        ProbeSet.prepare(comparator, calibration, probes).compare(subject, rate);
        return rate.comparisons() == 0
                ? new VerificationResult.NotEnrolled()
                : new VerificationResult.Compared(rate.fmr(), rate.bestFinger(), rate.comparisons());
    }

    /** Whether a task answered, rather than being cut off by the time limit. A comparator that fails fails the request. */
    private static boolean isDone(Future<?> task) {
        return switch (task.state()) {
            case SUCCESS -> true;
            case CANCELLED -> false;
            case FAILED -> throw failure(task.exceptionNow());
            case RUNNING -> throw new IllegalStateException("A task runs on beyond its time limit");
        };
    }

    private static RuntimeException failure(Throwable cause) {
        return cause instanceof InvalidSampleException invalid
                ? invalid
                : new IllegalStateException("A comparison failed", cause);
    }

    private Partition partitionWith(String subjectId) {
        return partitions.get(partitionOf(subjectId));
    }
}

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
import java.util.stream.Stream;

/**
 * The references that are searched together, all in memory, spread over a fixed number of partitions by subject. Derived state:
 * whoever owns the store fills it, and marks each partition ready once all of it is in. Safe for use by many threads; additions
 * and removals do not wait for searches. With SourceAFIS a reference takes 11.9 kB (measured over eight FVC sets), so a million
 * fingers take 12 GB.
 *
 * <p>Errors leave as rates, never as scores. A subject with several comparisons is judged by the best of them, and pays for each
 * (Bonferroni): its FMR is that of the best score times the number of comparisons. That errs on the safe side, since comparisons
 * of one finger's impressions go together; a fusion that gains from agreeing fingers may replace it.
 */
public final class Gallery {
    private final TemplateComparator comparator;
    private final Calibration calibration;
    private final Partitioning partitioning;
    private final ComparisonPool searches;
    private final ComparisonPool verifications;
    private final List<Partition> partitions;
    private final FingerCounts fingers = new FingerCounts();

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
        fingers.add(subject);
    }

    /** Removes all references of a subject; returns how many there were. */
    public int remove(String subjectId) {
        return partitionWith(subjectId)
                .remove(subjectId)
                .map(subject -> {
                    fingers.remove(subject);
                    return subject.references().size();
                })
                .orElse(0);
    }

    public boolean contains(String subjectId) {
        return partitionWith(subjectId).find(subjectId).isPresent();
    }

    public long referenceCount() {
        return fingers.all();
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
        ProbeSet probes = ProbeSet.prepare(comparator, request.probes());
        List<Integer> ready = readyPartitions();
        List<PartitionSearch> tasks = ready.stream()
                .map(partition -> new PartitionSearch(
                        partitions.get(partition), probes, request.candidatesMax(), request.excludedSubjectId()))
                .toList();
        List<Future<PartitionSearch.Answer>> answers = searches.runAll(tasks, request.timeLimit());
        return merge(request, probes, ready, answers);
    }

    private List<Integer> readyPartitions() {
        return Stream.iterate(0, partition -> partition + 1)
                .limit(partitions.size())
                .filter(this::isReady)
                .toList();
    }

    private SearchResult merge(
            SearchRequest request,
            ProbeSet probes,
            List<Integer> searched,
            List<Future<PartitionSearch.Answer>> answers) {
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
        long comparisons = probes.comparisonsWith(fingers);
        List<Candidate> candidates = hits.stream()
                .sorted(PartitionSearch.BEST_FIRST)
                .limit(request.candidatesMax())
                .map(hit -> candidate(hit, comparisons))
                .takeWhile(candidate -> candidate.fpir() <= request.targetFpir())
                .toList();
        return new SearchResult(candidates, new PartitionCoverage(partitions.size(), vouched, searchedReferences));
    }

    private Candidate candidate(PartitionSearch.Hit hit, long comparisonsInGallery) {
        double fmr = calibration.fmrAt(hit.best().score());
        long comparisons = Math.max(comparisonsInGallery, hit.best().comparisons());
        return new Candidate(
                hit.subjectId(),
                corrected(fmr, hit.best().comparisons()),
                Calibration.fpirAt(fmr, comparisons),
                hit.best().finger());
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
                .flatMap(subject -> ProbeSet.prepare(comparator, probes).bestAgainst(subject))
                .<VerificationResult>map(this::compared)
                .orElseGet(VerificationResult.NotEnrolled::new);
        Future<VerificationResult> result =
                verifications.runAll(List.of(task), timeLimit).getFirst();
        return isDone(result) ? result.resultNow() : new VerificationResult.TimedOut();
    }

    private VerificationResult compared(ProbeSet.Best best) {
        double fmr = corrected(calibration.fmrAt(best.score()), best.comparisons());
        return new VerificationResult.Compared(fmr, best.finger(), best.comparisons());
    }

    private static double corrected(double fmr, int comparisons) {
        return Math.min(1, fmr * comparisons);
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

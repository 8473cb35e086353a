package id.sidik.engine.gallery;

import id.sidik.engine.calibration.Calibration;
import id.sidik.engine.comparison.TemplateComparator;
import id.sidik.engine.template.FingerTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Compares every probe with every reference: nothing is faster to add, nothing finds more, and nothing takes as long. The baseline
 * that an index is measured against, and the gallery of engines that have none. References are objects of the heap; with SourceAFIS
 * one takes 11.9 kB (measured over eight FVC sets), so a million fingers take 12 GB.
 *
 * <p>A search sees at least the version that it names: what changes while it runs it may see or not, whole subjects at a time.
 */
public final class ExhaustiveGallery implements Gallery {
    private final TemplateComparator comparator;
    private final Calibration calibration;
    private final Partitioning partitioning;
    private final ComparisonPool searches;
    private final ComparisonPool verifications;
    private final List<Partition> partitions;
    private final AtomicLong referenceCount = new AtomicLong();
    private final AtomicLong version = new AtomicLong();

    /**
     * @param searches threads for 1:N, at least as many waiting tasks as partitions
     * @param verifications threads for 1:1, their own so that a counter never waits behind a long search
     */
    public ExhaustiveGallery(
            TemplateComparator comparator,
            Calibration calibration,
            Partitioning partitioning,
            ComparisonPool searches,
            ComparisonPool verifications) {
        calibration.requireScoresOf(comparator.algorithm());
        this.comparator = comparator;
        this.calibration = calibration;
        this.partitioning = partitioning;
        this.searches = searches;
        this.verifications = verifications;
        this.partitions =
                Stream.generate(Partition::new).limit(partitioning.count()).toList();
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
        partitions.get(partition).markReady();
    }

    @Override
    public boolean isReady(int partition) {
        return partitions.get(partition).isReady();
    }

    @Override
    public void add(String subjectId, SubjectTraits traits, List<FingerTemplate> references) {
        Subject subject = new Subject(
                subjectId,
                traits,
                references.stream()
                        .map(reference ->
                                new Subject.Reference(reference.finger(), comparator.prepare(reference.template())))
                        .toList());
        partitionWith(subjectId).add(subject);
        referenceCount.addAndGet(subject.references().size());
        version.incrementAndGet();
    }

    @Override
    public int remove(String subjectId) {
        return partitionWith(subjectId)
                .remove(subjectId)
                .map(subject -> {
                    version.incrementAndGet();
                    referenceCount.addAndGet(-subject.references().size());
                    return subject.references().size();
                })
                .orElse(0);
    }

    @Override
    public boolean contains(String subjectId) {
        return partitionWith(subjectId).find(subjectId).isPresent();
    }

    @Override
    public long referenceCount() {
        return referenceCount.get();
    }

    @Override
    public long referenceCount(int partition) {
        return partitions.get(partition).referenceCount();
    }

    @Override
    public long subjectCount() {
        return partitions.stream().mapToLong(Partition::subjectCount).sum();
    }

    @Override
    public long version() {
        return version.get();
    }

    @Override
    public List<String> subjectIdsAfter(Optional<String> last, int max) {
        return SubjectWalk.after(
                last, max, partitioning, partition -> partitions.get(partition).subjectIds());
    }

    @Override
    public List<SearchResult> searchAll(List<SearchRequest> requests, Duration timeLimit) throws InterruptedException {
        Batches.require(requests, timeLimit);
        List<PartitionSearch.Query> queries = requests.stream()
                .map(request ->
                        new PartitionSearch.Query(request, ProbeSet.prepare(comparator, calibration, request.probes())))
                .toList();
        long seen = version.get();
        List<Integer> ready = readyPartitions();
        List<PartitionSearch> tasks = ready.stream()
                .map(partition -> new PartitionSearch(partitions.get(partition), queries))
                .toList();
        List<Future<List<PartitionSearch.Answer>>> answers = searches.runAll(tasks, timeLimit);
        List<ResultMerge> merges = requests.stream()
                .map(request -> new ResultMerge(request, partitions.size(), seen))
                .toList();
        for (int task = 0; task < answers.size(); task++) {
            if (TaskAnswers.isDone(answers.get(task))) {
                List<PartitionSearch.Answer> ofPartition = answers.get(task).resultNow();
                for (int i = 0; i < merges.size(); i++) {
                    merges.get(i).vouch(ready.get(task), ofPartition.get(i));
                }
            }
        }
        return merges.stream().map(ResultMerge::result).toList();
    }

    private List<Integer> readyPartitions() {
        return Stream.iterate(0, partition -> partition + 1)
                .limit(partitions.size())
                .filter(this::isReady)
                .toList();
    }

    @Override
    public VerificationResult verify(String subjectId, List<FingerTemplate> probes, Duration timeLimit)
            throws InterruptedException {
        return Verification.within(
                timeLimit,
                verifications,
                this,
                subjectId,
                () -> partitionWith(subjectId)
                        .find(subjectId)
                        .map(subject ->
                                VerificationResult.of(ProbeSet.prepare(comparator, calibration, probes), subject))
                        .orElseGet(VerificationResult.NotEnrolled::new));
    }

    private Partition partitionWith(String subjectId) {
        return partitions.get(partitionOf(subjectId));
    }
}

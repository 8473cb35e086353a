package id.sidik.engine.gallery;

import id.sidik.engine.template.FingerPosition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/** The part of a search that one partition answers: one task of the pool, stopped by interrupting it. */
final class PartitionSearch implements Callable<PartitionSearch.Answer> {
    /** Best first; the subject's id makes the order of equals the same each time. */
    static final Comparator<Hit> BEST_FIRST =
            Comparator.comparingDouble(Hit::fmr).thenComparing(Hit::subjectId);

    private final Partition partition;
    private final ProbeSet probes;
    private final int hitsMax;
    private final Optional<String> excludedSubjectId;

    /** A subject that was compared, the FMR of that, and the finger that was most alike. */
    record Hit(String subjectId, double fmr, FingerPosition finger) {}

    /** The best hits of the partition, at most as many as the search returns, in no order. */
    record Answer(List<Hit> hits, long searchedReferences) {}

    PartitionSearch(Partition partition, ProbeSet probes, int hitsMax, Optional<String> excludedSubjectId) {
        this.partition = partition;
        this.probes = probes;
        this.hitsMax = hitsMax;
        this.excludedSubjectId = excludedSubjectId;
    }

    @Override
    public Answer call() {
        PriorityQueue<Hit> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());
        PersonRate rate = new PersonRate();
        long searchedReferences = 0;
        for (Subject subject : partition.subjects()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("The search ended before this partition did");
            }
            searchedReferences += subject.references().size();
            compare(subject, rate).ifPresent(worstFirst::add);
            if (worstFirst.size() > hitsMax) {
                worstFirst.remove();
            }
        }
        return new Answer(List.copyOf(worstFirst), searchedReferences);
    }

    private Optional<Hit> compare(Subject subject, PersonRate rate) {
        if (excludedSubjectId.filter(subject.id()::equals).isPresent()) {
            return Optional.empty();
        }
        probes.compare(subject, rate);
        return rate.comparisons() == 0
                ? Optional.empty()
                : Optional.of(new Hit(subject.id(), rate.fmr(), rate.bestFinger()));
    }
}

package id.sidik.engine.gallery;

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
            Comparator.comparing((Hit hit) -> hit.best().score()).reversed().thenComparing(Hit::subjectId);

    private final Partition partition;
    private final ProbeSet probes;
    private final int hitsMax;
    private final Optional<String> excludedSubjectId;

    record Hit(String subjectId, ProbeSet.Best best) {}

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
        long searchedReferences = 0;
        for (Subject subject : partition.subjects()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("The search ended before this partition did");
            }
            searchedReferences += subject.references().size();
            compare(subject).ifPresent(worstFirst::add);
            if (worstFirst.size() > hitsMax) {
                worstFirst.remove();
            }
        }
        return new Answer(List.copyOf(worstFirst), searchedReferences);
    }

    private Optional<Hit> compare(Subject subject) {
        if (excludedSubjectId.filter(subject.id()::equals).isPresent()) {
            return Optional.empty();
        }
        return probes.bestAgainst(subject).map(best -> new Hit(subject.id(), best));
    }
}

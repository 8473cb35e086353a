package id.sidik.engine.gallery;

import id.sidik.engine.template.FingerPosition;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/** The part of some searches that one partition answers: one task of the pool, stopped by interrupting it. */
final class PartitionSearch implements Callable<List<PartitionSearch.Answer>> {
    /** Best first; the subject's id makes the order of equals the same each time. */
    static final Comparator<Hit> BEST_FIRST =
            Comparator.comparingDouble(Hit::fmr).thenComparing(Hit::subjectId);

    private final Partition partition;
    private final List<Query> queries;

    /** A search with its probes prepared. */
    record Query(SearchRequest request, ProbeSet probes) {}

    /** A subject that was compared, the FMR of that, and the finger that was most alike. */
    record Hit(String subjectId, double fmr, FingerPosition finger) {}

    /**
     * What one search found here.
     *
     * @param hits the best of the partition, at most as many as the search returns, in no order
     * @param subjectsConsidered who passed the filter
     */
    record Answer(List<Hit> hits, long searchedReferences, long subjectsConsidered) {}

    PartitionSearch(Partition partition, List<Query> queries) {
        this.partition = partition;
        this.queries = queries;
    }

    /** One answer a search. Each subject is fetched from memory once for all of them. */
    @Override
    public List<Answer> call() {
        List<Tally> tallies = queries.stream().map(Tally::new).toList();
        for (Subject subject : partition.subjects()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("The search ended before this partition did");
            }
            for (Tally tally : tallies) {
                tally.meet(subject);
            }
        }
        return tallies.stream().map(Tally::answer).toList();
    }

    /** What one search has met so far. */
    private static final class Tally {
        private final Query query;
        private final PriorityQueue<Hit> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());
        private final PersonRate rate = new PersonRate();
        private long searchedReferences;
        private long subjectsConsidered;

        Tally(Query query) {
            this.query = query;
        }

        void meet(Subject subject) {
            searchedReferences += subject.references().size();
            SearchRequest request = query.request();
            if (request.excludedSubjectId().filter(subject.id()::equals).isPresent()
                    || !request.filter().passes(subject.traits())) {
                return;
            }
            subjectsConsidered++;
            query.probes().compare(subject, rate);
            if (rate.comparisons() > 0) {
                keep(new Hit(subject.id(), rate.fmr(), rate.bestFinger()));
            }
        }

        private void keep(Hit hit) {
            worstFirst.add(hit);
            if (worstFirst.size() > query.request().candidatesMax()) {
                worstFirst.remove();
            }
        }

        Answer answer() {
            return new Answer(List.copyOf(worstFirst), searchedReferences, subjectsConsidered);
        }
    }
}

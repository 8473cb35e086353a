package id.sidik.engine.gallery;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Some searches of one version, in two rounds that several threads may share: segment by segment the promising rows are listed, and
 * then the best of them, of all segments together, are compared in full with those rows that lie in no segment yet. What was done
 * when the time ran out is the answer, and says that it is partial.
 */
final class IndexedSearch {
    /** Of the time; the rest is for comparing what was listed. */
    private static final double LISTING_SHARE = 0.75;

    private final Lease lease;
    private final GalleryVersion version;
    private final List<Query> queries;
    private final Shortlister shortlister;
    private final TemplatePayloads payloads;
    private final LongSupplier nanoTime;
    private final long listingEndNanos;
    private final long endNanos;
    private final AtomicInteger nextSegment = new AtomicInteger();
    private final AtomicInteger segmentsListed = new AtomicInteger();

    /** One search, and what has come of it. */
    private static final class Query {
        private final SearchRequest request;
        private final ProbeSet probes;
        private final Shortlister.Listing listing;
        private final PriorityQueue<Finalist> finalists = new PriorityQueue<>(Finalist.WORST_FIRST);
        private final PriorityQueue<PartitionSearch.Hit> hits =
                new PriorityQueue<>(PartitionSearch.BEST_FIRST.reversed());
        private final AtomicInteger nextFinalist = new AtomicInteger();
        private final List<Finalist> certain = new ArrayList<>();
        private List<Finalist> chosen = List.of();
        private boolean isChosen;
        private int compared;
        private long references;
        private long considered;

        Query(SearchRequest request, ProbeSet probes, Shortlister.Listing listing) {
            this.request = request;
            this.probes = probes;
            this.listing = listing;
        }

        synchronized void list(List<Finalist> more, int max, long moreReferences, long moreConsidered) {
            for (Finalist finalist : more) {
                if (finalist.score() == Shortlister.RowSink.CERTAINLY) {
                    certain.add(finalist);
                } else {
                    finalists.add(finalist);
                    if (finalists.size() > max) {
                        finalists.remove();
                    }
                }
            }
            references += moreReferences;
            considered += moreConsidered;
        }

        synchronized void choose() {
            isChosen = true;
            chosen = Stream.concat(certain.stream(), finalists.stream())
                    .sorted(Finalist.WORST_FIRST.reversed())
                    .toList();
        }

        synchronized void keep(Finalist finalist, PersonRate rate) {
            compared++;
            if (rate.comparisons() > 0) {
                hits.add(new PartitionSearch.Hit(finalist.row().id(), rate.fmr(), rate.bestFinger()));
                if (hits.size() > request.candidatesMax()) {
                    hits.remove();
                }
            }
        }

        synchronized boolean isDone() {
            return isChosen && compared == chosen.size();
        }

        synchronized PartitionSearch.Answer answer() {
            return new PartitionSearch.Answer(List.copyOf(hits), references, considered);
        }
    }

    /** A row that is compared in full. */
    private record Finalist(float score, long order, SubjectRow row) {
        /** Of equals, those that were met first are kept, so that an answer does not depend on threads. */
        static final Comparator<Finalist> WORST_FIRST = Comparator.comparingDouble(Finalist::score)
                .thenComparing(Comparator.comparingLong(Finalist::order).reversed());
    }

    IndexedSearch(
            Lease lease,
            List<SearchRequest> requests,
            List<ProbeSet> probes,
            Shortlister shortlister,
            TemplatePayloads payloads,
            LongSupplier nanoTime,
            long endNanos) {
        this.lease = lease;
        this.version = lease.version();
        this.shortlister = shortlister;
        this.payloads = payloads;
        this.nanoTime = nanoTime;
        this.endNanos = endNanos;
        long now = nanoTime.getAsLong();
        this.listingEndNanos = now + (long) ((endNanos - now) * LISTING_SHARE);
        this.queries = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            queries.add(new Query(requests.get(i), probes.get(i), shortlister.listingOf(probes.get(i))));
        }
    }

    /** A task that lists until no segment is left. Tasks share the segments. */
    Callable<Boolean> listing() {
        return () -> whileLeased(this::listSegments);
    }

    /** A task that compares until nobody is left; for when all have listed. Tasks share the finalists. */
    Callable<Boolean> comparing() {
        return () -> whileLeased(this::compareFinalists);
    }

    /** A task that does both rounds. */
    Callable<Boolean> wholeOnOneThread() {
        return () -> whileLeased(() -> {
            listSegments();
            choose();
            compareFinalists();
        });
    }

    private boolean whileLeased(Runnable work) {
        if (!lease.join()) {
            return false; // nobody waits for it any more
        }
        try (lease) {
            work.run();
            return true;
        }
    }

    private void listSegments() {
        int segment = nextSegment.getAndIncrement();
        while (segment < version.segments().size() && !isOver(listingEndNanos)) {
            for (Query query : queries) {
                list(query, segment);
            }
            segmentsListed.incrementAndGet();
            segment = nextSegment.getAndIncrement();
        }
    }

    private void list(Query query, int place) {
        SegmentView view = version.segments().get(place);
        Segment segment = view.segment();
        RowSet rows = view.aliveSet();
        query.request.excludedSubjectId().ifPresent(id -> {
            int row = segment.find(SegmentIds.bytesOf(id));
            if (row >= 0) {
                rows.remove(row);
            }
        });
        segment.retain(rows, query.request.filter());
        List<Finalist> found = new ArrayList<>();
        query.listing.list(segment, rows, (row, score) -> {
            SegmentRow at = new SegmentRow(segment, row, payloads);
            found.add(new Finalist(score, (long) place << Integer.SIZE | row, at));
        });
        query.list(found, shortlister.finalistsMax(), view.aliveReferences(), rows.count());
    }

    /** Between the rounds: the best of all segments, and who lies in none. */
    void choose() {
        for (Query query : queries) {
            listOpen(query);
            query.choose();
        }
    }

    private void listOpen(Query query) {
        List<Finalist> found = new ArrayList<>();
        long references = 0;
        for (int i = 0; i < version.open().size(); i++) {
            OpenRow row = version.open().get(i);
            references += row.referenceCount();
            if (query.request.filter().passes(row.traits())
                    && query.request
                            .excludedSubjectId()
                            .filter(row.id()::equals)
                            .isEmpty()) {
                found.add(new Finalist(Shortlister.RowSink.CERTAINLY, i, row));
            }
        }
        query.list(found, shortlister.finalistsMax(), references, found.size());
    }

    private void compareFinalists() {
        PersonRate rate = new PersonRate();
        for (Query query : queries) {
            int next = query.nextFinalist.getAndIncrement();
            while (next < query.chosen.size() && !isOver(endNanos)) {
                Finalist finalist = query.chosen.get(next);
                query.probes.compare(finalist.row(), rate);
                query.keep(finalist, rate);
                next = query.nextFinalist.getAndIncrement();
            }
        }
    }

    private boolean isOver(long end) {
        return Thread.currentThread().isInterrupted() || nanoTime.getAsLong() - end > 0;
    }

    /** One result a request; to be asked when the tasks have ended or been cancelled. */
    List<SearchResult> results(int partitionCount) {
        boolean allListed = segmentsListed.get() == version.segments().size();
        List<SearchResult> results = new ArrayList<>();
        for (Query query : queries) {
            ResultMerge merge = new ResultMerge(query.request, partitionCount, version.number());
            if (allListed && query.isDone()) {
                BitSet ready = new BitSet(partitionCount);
                version.ready().forEach(ready::set);
                merge.vouch(ready, query.answer());
            } else {
                merge.takeHits(query.answer());
            }
            results.add(merge.result());
        }
        return results;
    }
}

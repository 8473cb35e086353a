package id.sidik.matcher.register;

import id.sidik.engine.gallery.SearchResult;
import id.sidik.matcher.limits.Interruptible;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts searches as they pass. Safe for many threads. */
public final class SearchMeter {
    private final LongAdder ended = new LongAdder();
    private final LongAdder partial = new LongAdder();
    private final LongAdder stopped = new LongAdder();
    private final AtomicInteger underWay = new AtomicInteger();

    /** Makes one search, and counts it. */
    public SearchResult count(Interruptible<SearchResult> search) throws InterruptedException {
        return countAll(1, () -> List.of(search.call())).getFirst();
    }

    /** Makes several searches at once, and counts each. */
    public List<SearchResult> countAll(int searches, Interruptible<List<SearchResult>> batch)
            throws InterruptedException {
        underWay.addAndGet(searches);
        boolean answered = false;
        try {
            List<SearchResult> results = batch.call();
            answered = true;
            ended.add(searches);
            partial.add(results.stream().filter(SearchResult::partial).count());
            return results;
        } finally {
            underWay.addAndGet(-searches);
            if (!answered) {
                stopped.add(searches);
            }
        }
    }

    public SearchCounts counts() {
        return new SearchCounts(ended.sum(), partial.sum(), stopped.sum(), underWay.get());
    }
}

package id.sidik.benchmarks.province;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** The gate's own search for strangers and for shared fingers, which its process runs by a timer, and this one more often. */
final class LateSearch implements AutoCloseable {
    private final IntSupplier waiting;
    private final Runnable search;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> searching;

    /**
     * Searches from now on.
     *
     * @param waiting how many fingers wait
     * @param search for some of them; if the matcher does not answer they wait on
     */
    LateSearch(IntSupplier waiting, Runnable search) {
        this.waiting = waiting;
        this.search = search;
        this.searching = timer.scheduleWithFixedDelay(this::drain, 1, 1, TimeUnit.MILLISECONDS);
    }

    /** As far as the matcher answers. */
    private void drain() {
        int before;
        do {
            before = waiting.getAsInt();
            search.run();
        } while (waiting.getAsInt() < before);
    }

    /** @throws IllegalStateException when a search failed; none ran since */
    void requireAlive() {
        if (searching.state() == Future.State.FAILED) {
            YearPlayed.done(searching);
        }
    }

    /**
     * Returns when nobody waits any more. Nobody may come meanwhile.
     *
     * @throws IllegalStateException when the matcher does not answer, or a search failed
     */
    void finish() {
        timer.close();
        requireAlive();
        drain();
        int left = waiting.getAsInt();
        if (left > 0) {
            throw new IllegalStateException(
                    left + " fingers were not searched for: the matcher does not answer; see its log");
        }
    }

    @Override
    public void close() {
        timer.close();
    }
}

package id.sidik.benchmarks.identify;

import id.sidik.engine.gallery.Gallery;
import id.sidik.engine.synthesis.SyntheticGallery;
import id.sidik.engine.template.FingerTemplate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Subjects that come and go while others search: so many additions and as many withdrawals a second. */
final class Churn implements AutoCloseable {
    private static final int PREPARED = 512;
    private static final int STAYING = 256;

    private final Gallery gallery;
    private final List<List<FingerTemplate>> references;
    private final Deque<String> staying = new ArrayDeque<>();
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong longestAddNanos = new AtomicLong();
    private final AtomicLong longestRemoveNanos = new AtomicLong();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> changing;
    private long next;

    /** @param background whose first subjects' fingers come again under other ids */
    Churn(Gallery gallery, SyntheticGallery background, int perSecond) {
        this.gallery = gallery;
        this.references = IntStream.range(0, Math.min(PREPARED, background.subjects()))
                .mapToObj(background::references)
                .toList();
        this.changing = clock.scheduleAtFixedRate(this::change, 0, 1_000_000_000L / perSecond, TimeUnit.NANOSECONDS);
    }

    private void change() {
        String id = "passing/" + next;
        List<FingerTemplate> fingers = references.get((int) (next++ % references.size()));
        long startedNanos = System.nanoTime();
        gallery.add(id, fingers);
        longestAddNanos.accumulateAndGet(System.nanoTime() - startedNanos, Math::max);
        staying.add(id);
        if (staying.size() > STAYING) {
            withdraw(staying.remove());
        }
        changes.incrementAndGet();
    }

    private void withdraw(String id) {
        long startedNanos = System.nanoTime();
        int removed = gallery.remove(id);
        longestRemoveNanos.accumulateAndGet(System.nanoTime() - startedNanos, Math::max);
        if (removed == 0) {
            throw new IllegalStateException("A subject that was added could not be withdrawn");
        }
    }

    /**
     * The longest that an addition kept its caller waiting so far, ms: whatever it had to wait for, the publishing of a version by whoever
     * lays segments out among it. The machine's own pauses are in it, too.
     */
    double longestAddMillis() {
        return longestAddNanos.get() / 1e6;
    }

    /** As above, of a withdrawal. */
    double longestRemoveMillis() {
        return longestRemoveNanos.get() / 1e6;
    }

    /** How many have come so far. */
    long changes() {
        return changes.get();
    }

    /**
     * Withdraws all who are left.
     *
     * @throws IllegalStateException if a change failed
     */
    @Override
    public void close() {
        clock.close();
        if (changing.state() == Future.State.FAILED) {
            throw new IllegalStateException("Subjects could not come and go", changing.exceptionNow());
        }
        staying.forEach(this::withdraw);
    }
}

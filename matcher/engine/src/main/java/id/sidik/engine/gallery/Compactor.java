package id.sidik.engine.gallery;

import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Does the compactions that are due, one after the other, on a thread of its own. */
final class Compactor implements AutoCloseable {
    /** Smaller segments are soon merged; at the next start their rows are read from the store. */
    static final int KEPT_ROWS_MIN = 2_048;

    private final LiveSegments live;
    private final TemplatePayloads payloads;
    private final SegmentKeeper keeper;
    private final Thread thread;

    Compactor(LiveSegments live, TemplatePayloads payloads, SegmentKeeper keeper) {
        this.live = live;
        this.payloads = payloads;
        this.keeper = keeper;
        this.thread = Thread.ofPlatform().name("gallery-compactor").daemon().unstarted(this::compactUntilClosed);
    }

    void start() {
        thread.start();
    }

    private void compactUntilClosed() {
        try {
            Optional<Compaction> due = live.awaitDue();
            while (due.isPresent()) {
                compact(due.get());
                due = live.awaitDue();
            }
        } catch (InterruptedException | CancellationException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            live.fail(e);
            throw e;
        }
    }

    /** Makes a segment, puts it in force, keeps a copy of it, and forgets those of its sources: a crash leaves one too many. */
    private void compact(Compaction compaction) {
        Optional<Segment> built = compaction.build(payloads);
        live.install(compaction, built);
        // Only this thread takes segments out of the gallery, so the new one is there until the next round.
        built.filter(segment -> segment.rows() >= KEPT_ROWS_MIN).ifPresent(this::keep);
        compaction.sources().forEach(source -> keeper.forget(source.segment().number()));
    }

    private void keep(Segment segment) {
        if (!live.isWhole(segment)) {
            return; // somebody withdrew while it was made: a copy would hold what must be gone
        }
        keeper.keep(segment.number(), segment.image());
    }

    /** Waits for the compaction under way, which reads the gallery's memory. */
    @Override
    public void close() {
        boolean interrupted = false;
        thread.interrupt();
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

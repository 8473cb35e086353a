package id.sidik.engine.gallery;

import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Does what there is to do beside searches and changes, one thing after the other, on a thread of its own. */
final class Compactor implements AutoCloseable {
    private final LiveSegments live;
    private final TemplatePayloads payloads;
    private final SegmentForm form;
    private final SegmentKeeper keeper;
    private final Thread thread;

    Compactor(LiveSegments live, TemplatePayloads payloads, SegmentForm form, SegmentKeeper keeper) {
        this.live = live;
        this.payloads = payloads;
        this.form = form;
        this.keeper = keeper;
        this.thread = Thread.ofPlatform().name("gallery-compactor").daemon().unstarted(this::workUntilClosed);
    }

    void start() {
        thread.start();
    }

    private void workUntilClosed() {
        try {
            Optional<LiveSegments.Work> work = live.awaitWork();
            while (work.isPresent()) {
                switch (work.get()) {
                    case LiveSegments.Work.Compact(Compaction compaction) -> compact(compaction);
                    case LiveSegments.Work.Keep(Segment segment) -> keep(segment);
                }
                work = live.awaitWork();
            }
        } catch (InterruptedException | CancellationException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            live.fail(e);
            throw e;
        }
    }

    /** Copies of what was compacted are of no use any more, and are made of the new segment later. */
    private void compact(Compaction compaction) {
        live.install(compaction, compaction.build(payloads, form));
        compaction.sources().forEach(source -> keeper.forget(source.segment().number()));
    }

    /** Only this thread takes segments out of the gallery, so this one stays as long as it takes. */
    private void keep(Segment segment) {
        keeper.keep(segment.number(), segment.parts());
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

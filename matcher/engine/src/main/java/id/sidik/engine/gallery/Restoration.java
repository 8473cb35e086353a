package id.sidik.engine.gallery;

import id.sidik.engine.template.FingerPosition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Fills a gallery at the start. Segments that were kept from before are taken as a guess: a row of theirs counts once the store has
 * told the same of that subject, byte by byte, and not before. Whatever the store tells otherwise, or else, is laid out anew.
 */
final class Restoration {
    /** Rows laid out at once; some 50 MB of the heap wait for it. */
    static final int ROWS_AT_ONCE = 32_768;

    private final LiveSegments live;
    private final TemplatePayloads payloads;
    private final SegmentForm form;
    private final SegmentKeeper keeper;
    private final int partitionCount;
    private volatile List<Kept> kept = List.of();
    private final List<OpenRow> waiting = new ArrayList<>();
    private final Set<Integer> complete = new HashSet<>();
    private int beingLaidOut;
    private boolean finished;

    /** A segment from before, and which of its rows the store has confirmed. */
    private record Kept(Segment segment, AtomicIntegerArray confirmed) {
        boolean confirm(SubjectRow stored, byte[] id, TemplatePayloads payloads) {
            int row = segment.find(id);
            return row >= 0
                    && isSame(new SegmentRow(segment, row, payloads), stored)
                    && confirmed.compareAndSet(row, 0, 1);
        }

        SegmentView view(long version) {
            RowSet alive = RowSet.none(segment.rows());
            for (int row = 0; row < segment.rows(); row++) {
                if (confirmed.get(row) != 0) {
                    alive.add(row);
                }
            }
            return SegmentView.of(segment, alive, version);
        }
    }

    Restoration(
            LiveSegments live, TemplatePayloads payloads, SegmentForm form, SegmentKeeper keeper, int partitionCount) {
        this.live = live;
        this.payloads = payloads;
        this.form = form;
        this.keeper = keeper;
        this.partitionCount = partitionCount;
    }

    /** Segments from before, each held for the gallery. Before the first subject. */
    void reuse(List<Segment> segments) {
        kept = segments.stream()
                .map(segment -> new Kept(segment, new AtomicIntegerArray(segment.rows())))
                .toList();
    }

    /** Takes a subject as the store has it. */
    void restore(OpenRow stored) {
        byte[] id = SegmentIds.bytesOf(stored.id());
        if (kept.stream().noneMatch(segment -> segment.confirm(stored, id, payloads))) {
            layOut(enqueue(stored));
        }
        live.count(stored.partition(), stored.referenceCount(), 1);
    }

    private static boolean isSame(SubjectRow kept, SubjectRow stored) {
        int count = stored.referenceCount();
        if (kept.referenceCount() != count || !kept.traits().equals(stored.traits())) {
            return false;
        }
        boolean[] met = new boolean[count];
        for (int reference = 0; reference < count; reference++) {
            if (!meet(kept, stored.finger(reference), stored.payload(reference), met)) {
                return false;
            }
        }
        return true;
    }

    /** References have no order: they may have come one by one, and lie sorted in the store. */
    private static boolean meet(SubjectRow kept, FingerPosition finger, byte[] payload, boolean[] met) {
        for (int reference = 0; reference < met.length; reference++) {
            if (!met[reference]
                    && kept.finger(reference) == finger
                    && Arrays.equals(kept.payload(reference), payload)) {
                met[reference] = true;
                return true;
            }
        }
        return false;
    }

    /** Returns rows that the caller has to lay out; usually none. */
    private synchronized List<OpenRow> enqueue(OpenRow stored) {
        waiting.add(stored);
        return waiting.size() < ROWS_AT_ONCE ? List.of() : takeWaiting();
    }

    private List<OpenRow> takeWaiting() {
        List<OpenRow> taken = List.copyOf(waiting);
        waiting.clear();
        beingLaidOut += taken.size();
        return taken;
    }

    /** Beside the lock, so that several threads do so. */
    private void layOut(List<OpenRow> rows) {
        if (!rows.isEmpty()) {
            Segment segment = SegmentBuilder.build(live.newNumber(), rows, form);
            live.adopt(List.of(SegmentView.whole(segment)), List.of());
            laidOut(rows.size());
        }
    }

    private synchronized void laidOut(int rows) {
        beingLaidOut -= rows;
        notifyAll();
    }

    /**
     * All of a partition has been told. It vouches at once if nothing of it can be waiting; else together with the last partition,
     * when all rows have been laid out.
     */
    void complete(int partition) {
        List<OpenRow> rest;
        synchronized (this) {
            complete.add(partition);
            if (kept.isEmpty() && waiting.isEmpty() && beingLaidOut == 0) {
                live.adopt(List.of(), List.of(partition));
                return;
            }
            if (finished || complete.size() < partitionCount) {
                return;
            }
            finished = true;
            rest = takeWaiting();
        }
        layOut(rest);
        finish();
    }

    private synchronized void finish() {
        awaitLayingOut();
        List<SegmentView> views =
                kept.stream().map(segment -> segment.view(live.version())).toList();
        live.adopt(views.stream().filter(view -> view.aliveRows() > 0).toList(), List.copyOf(complete));
        for (SegmentView view : views) {
            if (view.deadRows() > 0) {
                keeper.forget(view.segment().number()); // it holds what the store does not
            }
            if (view.aliveRows() == 0) {
                view.segment().release();
            }
        }
        live.requestErasure();
    }

    private void awaitLayingOut() {
        boolean interrupted = false;
        while (beingLaidOut > 0) {
            try {
                wait();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

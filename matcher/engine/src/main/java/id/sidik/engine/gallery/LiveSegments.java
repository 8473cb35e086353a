package id.sidik.engine.gallery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The version in force, and all ways to the next one. Changes take turns under a lock, for microseconds; whoever reads takes a
 * {@link Lease} and never waits. What takes long, laying out a segment, happens beside the lock.
 */
final class LiveSegments implements AutoCloseable {
    private final TemplatePayloads payloads;
    private final CompactionPolicy policy;
    private final SegmentKeeper keeper;
    private final int openRowsMax;
    private final Lock changes = new ReentrantLock();
    private final Condition changed = changes.newCondition();
    private final AtomicLongArray references;
    private final AtomicLong subjects = new AtomicLong();
    private final AtomicLong nextNumber = new AtomicLong(1);
    private final AtomicLong longestSwapNanos = new AtomicLong();
    private final LongSupplier nanoTime;
    /** Segments that are to be copied to where they outlive the process. */
    private final Deque<Segment> unkept = new ArrayDeque<>();

    private volatile GalleryVersion current = GalleryVersion.EMPTY;
    private long eraseUpTo = Long.MIN_VALUE;
    private @Nullable Throwable failure;
    private boolean closed;
    /** Whether what was last taken from {@link #awaitWork} is done. */
    private boolean workDone;

    /** Without any subject. */
    LiveSegments(
            TemplatePayloads payloads,
            CompactionPolicy policy,
            SegmentKeeper keeper,
            int partitionCount,
            LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.payloads = payloads;
        this.policy = policy;
        this.keeper = keeper;
        this.openRowsMax = policy.openRowsMin() * policy.fanOut();
        this.references = new AtomicLongArray(partitionCount);
    }

    Lease lease() {
        return Lease.of(() -> current);
    }

    long version() {
        return current.number();
    }

    List<Integer> ready() {
        return current.ready();
    }

    long references(int partition) {
        return references.get(partition);
    }

    int openRows() {
        return current.open().size();
    }

    long subjects() {
        return subjects.get();
    }

    /** New segments get this number or a greater one. */
    void skipNumbers(long next) {
        nextNumber.accumulateAndGet(next, Math::max);
    }

    long newNumber() {
        return nextNumber.getAndIncrement();
    }

    /** Adds a row, after what is there of the subject. Waits when rows come faster than they can be sealed. */
    void add(OpenRow row) {
        boolean isNew = change(true, now -> {
            Optional<GalleryVersion.Place> older = now.find(row.id());
            // One change and not two: nobody may see the subject without all of its fingers.
            publish(older.map(place -> now.replacing(place, row.after(place.read(payloads))))
                    .orElseGet(() -> now.with(row)));
            return older.isEmpty();
        });
        count(row.partition(), row.referenceCount(), isNew ? 1 : 0);
    }

    /** Takes a subject out. When this returns no new search finds it, and no copy of a segment that it was in is kept. */
    int remove(String subjectId) {
        Removed removed = change(
                false,
                now -> now.find(subjectId)
                        .map(place -> remove(now, place, subjectId))
                        .orElse(Removed.NOBODY));
        if (removed.references() > 0) {
            count(removed.partition(), -removed.references(), -1);
            removed.segments().forEach(keeper::forget); // outside the lock: a disk may be slow
        }
        return removed.references();
    }

    /**
     * A subject that was taken out.
     *
     * @param segments that hold, or held before it changed, a row of it
     */
    private record Removed(int partition, int references, List<Long> segments) {
        static final Removed NOBODY = new Removed(0, 0, List.of());
    }

    private Removed remove(GalleryVersion now, GalleryVersion.Place place, String subjectId) {
        SubjectRow row = place.read(payloads);
        byte[] id = SegmentIds.bytesOf(subjectId);
        List<Long> segments = now.segments().stream()
                .map(SegmentView::segment)
                .filter(segment -> segment.find(id) >= 0)
                .map(Segment::number)
                .toList();
        Removed removed = new Removed(row.partition(), row.referenceCount(), segments);
        publish(now.without(place));
        return removed;
    }

    /** Adds segments of subjects that are not there yet, whole. The gallery takes over whoever holds them. */
    void adopt(List<SegmentView> views, List<Integer> ready) {
        change(false, now -> {
            publish(now.joined(views, ready));
            views.forEach(view -> keepLater(view.segment()));
            return true;
        });
    }

    void count(int partition, int moreReferences, int moreSubjects) {
        references.addAndGet(partition, moreReferences);
        subjects.addAndGet(moreSubjects);
    }

    /** Asks that all rows which do not count now leave the memory soon. */
    void requestErasure() {
        change(false, now -> {
            eraseUpTo = now.number();
            return true;
        });
    }

    /** What there is to do beside searches and changes. */
    sealed interface Work {
        /** To be built, and then put in force by {@link #install}. */
        record Compact(Compaction compaction) implements Work {}

        /** To be copied. */
        record Keep(Segment segment) implements Work {}
    }

    /** The compaction that is due, if one is. One at a time. */
    Optional<Compaction> due() {
        return change(false, this::dueNow);
    }

    /** Waits until there is something to do; nothing when the gallery is closed. For one thread. */
    Optional<Work> awaitWork() throws InterruptedException {
        changes.lockInterruptibly();
        try {
            Optional<Work> work = workNow();
            while (work.isEmpty() && !closed) {
                workDone = true;
                changed.signalAll();
                changed.await();
                work = workNow();
            }
            workDone = false;
            return closed ? Optional.empty() : work;
        } finally {
            changes.unlock();
        }
    }

    /** Waits until there is nothing to do. */
    void awaitNoWork() throws InterruptedException {
        changes.lockInterruptibly();
        try {
            while (!closed && failure == null && !(workDone && isWithoutWork())) {
                changed.await();
            }
        } finally {
            changes.unlock();
        }
    }

    private boolean isWithoutWork() {
        return unkept.isEmpty() && policy.choose(current, eraseUpTo).isEmpty();
    }

    /** Compactions first: what is copied may be one of their sources. */
    private Optional<Work> workNow() {
        Optional<Work> compaction = dueNow(current).map(Work.Compact::new);
        return compaction.or(this::nextUnkept);
    }

    private Optional<Work> nextUnkept() {
        while (!unkept.isEmpty()) {
            Segment segment = unkept.removeFirst();
            if (isWhole(segment)) {
                return Optional.of(new Work.Keep(segment));
            }
        }
        return Optional.empty();
    }

    private Optional<Compaction> dueNow(GalleryVersion now) {
        return policy.choose(now, eraseUpTo).map(choice -> new Compaction(newNumber(), choice));
    }

    /** Puts a finished compaction in force; the memory of its sources ends with their last reader. */
    void install(Compaction compaction, Optional<Segment> built) {
        change(false, now -> {
            long startedNanos = nanoTime.getAsLong();
            publish(compaction.applyTo(now, built));
            built.ifPresent(this::keepLater);
            longestSwapNanos.accumulateAndGet(nanoTime.getAsLong() - startedNanos, Math::max);
            return true;
        });
        compaction.sources().forEach(source -> source.segment().release());
    }

    /** The longest that a finished compaction has held changes back since this was last asked. */
    Duration takeLongestSwap() {
        return Duration.ofNanos(longestSwapNanos.getAndSet(0));
    }

    private void keepLater(Segment segment) {
        if (segment.rows() >= policy.keptRowsMin() && !segment.isKept()) {
            unkept.addLast(segment);
        }
    }

    /** Whether all rows of a segment count. A copy of another would hold somebody who must be gone. */
    boolean isWhole(Segment segment) {
        return current.segments().stream().anyMatch(view -> view.segment() == segment && view.deadRows() == 0);
    }

    private <T extends @Nullable Object> T change(boolean grows, Function<GalleryVersion, T> step) {
        changes.lock();
        try {
            while (grows && current.open().size() >= openRowsMax && failure == null && !closed) {
                changed.awaitUninterruptibly();
            }
            if (grows && failure != null) {
                throw new IllegalStateException("The gallery can not lay out segments any more", failure);
            }
            if (closed) {
                throw new IllegalStateException("The gallery is closed");
            }
            return step.apply(current);
        } finally {
            changes.unlock();
        }
    }

    /** Refuses additions from now on: rows could not leave the heap. */
    void fail(Throwable cause) {
        change(false, _ -> {
            failure = cause;
            changed.signalAll();
            return true;
        });
    }

    /** Under the lock. */
    private void publish(GalleryVersion next) {
        current = next;
        changed.signalAll();
    }

    /** No changes from now on, and no memory once the last reader has left. */
    @Override
    public void close() {
        changes.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            List<SegmentView> last = current.segments();
            publish(new GalleryVersion(current.number() + 1, List.of(), List.of(), List.of()));
            last.forEach(view -> view.segment().release());
        } finally {
            changes.unlock();
        }
    }
}

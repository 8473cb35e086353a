package id.sidik.eligibility.store;

import id.sidik.wire.files.DurableFiles;
import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.MerkleFrontier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only thread that writes. It takes whatever waits, up to {@link #BATCH_MAX}, and syncs it at once: the disk is asked once
 * for many. One writer also makes each decision on what is stored (is this NID free?) a matter of order, without locks.
 *
 * <p>A full disk is waited out: whoever writes meanwhile is refused, and the first batch that finds room goes on where the last durable
 * one ended. When the disk refuses for another reason, it stops for good. What a failed sync left behind is unknown, and trying again
 * could take back what was promised: only a restart, which reads the disk, knows.
 */
final class BatchWriter implements AutoCloseable {
    /** Transactions that may wait; more are turned away. */
    static final int QUEUE_MAX = 1024;

    /** Transactions that share one sync. */
    static final int BATCH_MAX = 256;

    private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);

    private final Engine engine;
    private final Records records;
    private final HeadFile headFile;
    private final String origin;
    private final DiskRoom room;
    private final HeadFollower follower;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
    private final Thread thread;
    private final LongAdder syncs = new LongAdder();
    private MerkleFrontier tree;
    private boolean full;
    private volatile Checkpoint head;
    private volatile @Nullable StoreStoppedException stopped;

    /** What waits for the writer. Each has an end, exactly once. */
    private sealed interface Waiting {
        CompletableFuture<?> end();
    }

    /** A transaction, whose leaf its caller has written out already. */
    private static final class Writing implements Waiting {
        private final Transaction transaction;
        private final byte[] event;
        private final CompletableFuture<CommitResult> end = new CompletableFuture<>();

        Writing(Transaction transaction) {
            this.transaction = transaction;
            this.event = transaction.event().content();
        }

        @Override
        public CompletableFuture<CommitResult> end() {
            return end;
        }
    }

    /** A copy of everything up to a whole batch. */
    private record Copying(Path folder, CompletableFuture<Checkpoint> end) implements Waiting {}

    /** The sign to stop. */
    private record Stopping(CompletableFuture<Checkpoint> end) implements Waiting {}

    /**
     * Continues a log from its tree, whose head is in the file; the thread starts at once.
     *
     * @param room on the disk of engine and file
     */
    BatchWriter(Engine engine, Records records, HeadFile headFile, String origin, MerkleFrontier tree, DiskRoom room) {
        this.engine = engine;
        this.records = records;
        this.headFile = headFile;
        this.origin = origin;
        this.tree = tree;
        this.room = room;
        Checkpoint first = Checkpoint.of(origin, tree);
        this.head = first;
        this.follower = new HeadFollower(headFile, first, this::head, room);
        this.thread = Thread.ofPlatform().name("eligibility-writer").start(this::run);
    }

    /** Waits until the transaction is durable, or refused. */
    CommitResult commit(Transaction transaction) {
        Writing writing = new Writing(transaction);
        offer(writing);
        return await(writing.end());
    }

    /**
     * Copies everything that is durable between two batches: database and head, which agree. Writing waits meanwhile, for a flush.
     *
     * @param folder that is there, on the disk of the database
     * @return the head in the copy
     * @throws UncheckedIOException if the disk refused the copy; writing goes on
     */
    Checkpoint copyTo(Path folder) {
        Copying copying = new Copying(folder, new CompletableFuture<>());
        offer(copying);
        return await(copying.end());
    }

    private void offer(Waiting waiting) {
        requireRunning();
        if (!queue.offer(waiting)) {
            throw new StoreBusyException(QUEUE_MAX);
        }
        if (stopped != null) {
            failAllWaiting(); // the writer may have left between the two looks, and would never come to this one
        }
    }

    /** The head of the log; everything in it is durable. */
    Checkpoint head() {
        return head;
    }

    /** How often the disk was made to hold what was written, since the start: the log, and its head. */
    long syncs() {
        return syncs.sum() + follower.syncs();
    }

    /** Whether a transaction would be written now. */
    boolean writes() {
        return stopped == null && room.isLeft();
    }

    /** Writes what waits, and then no more. */
    @Override
    public void close() {
        if (stopped == null) {
            try {
                queue.put(new Stopping(new CompletableFuture<>()));
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stop(new StoreStoppedException("interrupted while closing", e));
            }
        }
        follower.close();
    }

    private void run() {
        List<Waiting> taken = new ArrayList<>(BATCH_MAX);
        try {
            while (stopped == null) {
                taken.clear();
                taken.add(queue.take());
                queue.drainTo(taken, BATCH_MAX - 1);
                writeAll(taken);
            }
        } catch (InterruptedException e) {
            stop(new StoreStoppedException("the writer was interrupted", e));
        } catch (Exception | Error e) {
            StoreStoppedException reason =
                    new StoreStoppedException("nothing is written any more: " + e.getMessage(), e);
            stop(reason);
            taken.forEach(waiting -> waiting.end().completeExceptionally(reason));
        }
        failAllWaiting();
    }

    private void writeAll(List<Waiting> taken) throws IOException {
        List<Writing> writings = taken.stream()
                .filter(Writing.class::isInstance)
                .map(Writing.class::cast)
                .toList();
        if (!writings.isEmpty()) {
            writeOrRefuse(writings);
        }
        for (Waiting waiting : taken) {
            switch (waiting) {
                case Writing _ -> {}
                case Copying copying -> copy(copying);
                case Stopping _ -> stop(new StoreStoppedException("the store is closed"));
            }
        }
    }

    private void writeOrRefuse(List<Writing> writings) throws IOException {
        try {
            room.require();
            follower.requireWritten();
            write(writings);
            noteFull(false, "");
        } catch (DiskFullException e) {
            noteFull(true, e.getMessage());
            StoreFullException refusal = new StoreFullException(e);
            writings.forEach(writing -> writing.end().completeExceptionally(refusal));
        }
    }

    /** The tree grows only when the disk has the leaves. */
    private void write(List<Writing> writings) throws IOException {
        MerkleFrontier grown = tree.copy();
        Staging staging = new Staging(engine, records, grown);
        Map<Writing, CommitResult> results = new LinkedHashMap<>();
        writings.forEach(writing -> stage(staging, writing, results));
        if (!staging.batch().isEmpty()) {
            Checkpoint next = Checkpoint.of(origin, grown);
            records.setHead(staging.batch(), next);
            engine.write(staging.batch());
            syncs.increment();
            tree = grown;
            head = next;
        }
        results.forEach((writing, result) -> writing.end().complete(result));
    }

    /** Says so once when it begins, and once when it is over. */
    private void noteFull(boolean now, @Nullable String why) {
        if (now && !full) {
            LOG.error("The disk of the books is full: writes are refused until some space is free; {}", why);
        } else if (!now && full) {
            LOG.info("The disk of the books has room again: writes go on");
        }
        full = now;
    }

    /** A transaction that cannot be staged fails alone; its neighbours in the batch have nothing to do with it. */
    private static void stage(Staging staging, Writing writing, Map<Writing, CommitResult> results) {
        try {
            results.put(writing, staging.stage(writing.transaction, writing.event));
        } catch (RuntimeException e) {
            writing.end().completeExceptionally(e);
        }
    }

    /** A disk that has no room for a copy may still have room for the books. */
    private void copy(Copying copying) {
        try {
            engine.copyTo(copying.folder().resolve(EligibilityStore.DATABASE_FOLDER));
            headFile.in(copying.folder()).write(head);
            DurableFiles.syncFolder(copying.folder());
            copying.end().complete(head);
        } catch (IOException e) {
            copying.end().completeExceptionally(new UncheckedIOException(e));
        }
    }

    private void stop(StoreStoppedException reason) {
        stopped = reason;
    }

    private void requireRunning() {
        StoreStoppedException reason = stopped;
        if (reason != null) {
            throw new StoreStoppedException(String.valueOf(reason.getMessage()), reason);
        }
    }

    private void failAllWaiting() {
        StoreStoppedException reason = new StoreStoppedException("nothing is written any more", stopped);
        for (Waiting waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
            waiting.end().completeExceptionally(reason);
        }
    }

    private static <T> T await(CompletableFuture<T> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreStoppedException(
                    "interrupted before the outcome was known: ask again under the same idempotency key", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new StoreStoppedException("nothing is written any more", e);
        }
    }
}

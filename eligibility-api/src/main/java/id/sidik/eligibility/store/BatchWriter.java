package id.sidik.eligibility.store;

import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.MerkleFrontier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The only thread that writes. It takes whatever waits, up to {@link #BATCH_MAX}, and syncs it at once: the disk is asked once
 * for many. One writer also makes each decision on what is stored (is this NID free?) a matter of order, without locks.
 *
 * <p>When the disk refuses, it stops for good. What a failed sync left behind is unknown, and trying again could take back what
 * was promised: only a restart, which reads the disk, knows.
 */
final class BatchWriter implements AutoCloseable {
    /** Transactions that may wait; more are turned away. */
    static final int QUEUE_MAX = 1024;

    /** Transactions that share one sync. */
    static final int BATCH_MAX = 256;

    private final Engine engine;
    private final Records records;
    private final HeadFile headFile;
    private final String origin;
    private final MerkleFrontier tree;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
    private final Thread thread;
    private volatile Checkpoint head;
    private volatile @Nullable StoreStoppedException stopped;

    /**
     * A transaction and whoever waits for it; without a transaction, the sign to stop.
     *
     * @param result completed exactly once
     */
    private record Waiting(@Nullable Transaction transaction, CompletableFuture<CommitResult> result) {}

    /** Continues a log from its tree; the thread starts at once. */
    BatchWriter(Engine engine, Records records, HeadFile headFile, String origin, MerkleFrontier tree) {
        this.engine = engine;
        this.records = records;
        this.headFile = headFile;
        this.origin = origin;
        this.tree = tree;
        this.head = Checkpoint.of(origin, tree);
        this.thread = Thread.ofPlatform().name("eligibility-writer").start(this::run);
    }

    /** Waits until the transaction is durable, or refused. */
    CommitResult commit(Transaction transaction) {
        Waiting waiting = new Waiting(transaction, new CompletableFuture<>());
        requireRunning();
        if (!queue.offer(waiting)) {
            throw new StoreBusyException(QUEUE_MAX);
        }
        if (stopped != null) {
            failAllWaiting(); // the writer may have left between the two looks, and would never come to this one
        }
        return await(waiting.result());
    }

    /** The head of the log; everything in it is durable. */
    Checkpoint head() {
        return head;
    }

    boolean running() {
        return stopped == null;
    }

    /** Writes what waits, and then no more. */
    @Override
    public void close() {
        if (stopped == null) {
            Waiting sign = new Waiting(null, new CompletableFuture<>());
            try {
                queue.put(sign);
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stop(new StoreStoppedException("interrupted while closing", e));
            }
        }
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
            taken.forEach(waiting -> waiting.result().completeExceptionally(reason));
        }
        failAllWaiting();
    }

    private void writeAll(List<Waiting> taken) throws IOException {
        Staging staging = new Staging(engine, records, tree);
        Map<Waiting, CommitResult> results = new LinkedHashMap<>();
        boolean closing = false;
        for (Waiting waiting : taken) {
            if (waiting.transaction() == null) {
                closing = true;
            } else {
                stage(staging, waiting.transaction(), waiting, results);
            }
        }
        if (!staging.batch().isEmpty()) {
            writeDurably(staging.batch());
        }
        results.forEach((waiting, result) -> waiting.result().complete(result));
        if (!staging.batch().isEmpty()) {
            headFile.write(head); // after the answers: it may lag behind the log, and nobody waits for it
        }
        if (closing) {
            stop(new StoreStoppedException("the store is closed"));
        }
    }

    /** A transaction that cannot be staged fails alone; its neighbours in the batch have nothing to do with it. */
    private static void stage(
            Staging staging, Transaction transaction, Waiting waiting, Map<Waiting, CommitResult> results) {
        try {
            results.put(waiting, staging.stage(transaction, transaction.event().content()));
        } catch (RuntimeException e) {
            waiting.result().completeExceptionally(e);
        }
    }

    private void writeDurably(Batch batch) throws IOException {
        Checkpoint next = Checkpoint.of(origin, tree);
        records.setHead(batch, next);
        engine.write(batch);
        head = next;
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
            waiting.result().completeExceptionally(reason);
        }
    }

    private static CommitResult await(CompletableFuture<CommitResult> result) {
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

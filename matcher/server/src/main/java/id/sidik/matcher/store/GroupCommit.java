package id.sidik.matcher.store;

import id.sidik.matcher.crypto.RecordSeal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/**
 * The one thread that writes. It takes every change that waits, writes them as one batch with one sync, and only then
 * completes their promises: so sixteen callers share the price of one sync, and the sums of a partition have one author.
 */
final class GroupCommit implements AutoCloseable {
    private static final int BATCH_CHANGES_MAX = 256;

    private final Database database;
    private final RecordSeal seal;
    private final CommitHead head;
    private final AtomicReferenceArray<PartitionSum> sums;
    private final StoreSettings settings;
    private final DiskSpace disk;
    private final CompletableFuture<StoreFailedException> failure = new CompletableFuture<>();
    private final BlockingQueue<PendingChange> waiting;
    private final Thread writer;
    private boolean closed;

    /** @param sums by partition; written by this class alone */
    GroupCommit(
            Database database,
            RecordSeal seal,
            CommitHead head,
            AtomicReferenceArray<PartitionSum> sums,
            StoreSettings settings,
            DiskSpace disk) {
        this.database = database;
        this.seal = seal;
        this.head = head;
        this.sums = sums;
        this.settings = settings;
        this.disk = disk;
        this.waiting = new ArrayBlockingQueue<>(settings.queuedWritesMax());
        this.writer = Thread.ofPlatform().name("store-writer").start(this::writeUntilClosed);
    }

    /**
     * Hands a change to the writer.
     *
     * @return completes when the change is on the disk; exceptionally when it is not: {@link DiskFullException}, {@link
     *     StoreFailedException}, or {@link IllegalStateException} when it does not fit what is stored
     * @throws StoreOverloadedException when too many wait
     * @throws StoreFailedException when the writer has stopped
     */
    synchronized CompletableFuture<Void> submit(StoreChange change) {
        if (closed) {
            throw new StoreFailedException("the store does not take writes any more; start the matcher again");
        }
        PendingChange pending = new PendingChange(change);
        if (!waiting.offer(pending)) {
            throw new StoreOverloadedException(settings.queuedWritesMax());
        }
        return pending.durable();
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void stopTakingChanges() {
        closed = true;
    }

    private void writeUntilClosed() {
        List<PendingChange> taken = new ArrayList<>(BATCH_CHANGES_MAX);
        while (!(isClosed() && waiting.isEmpty())) {
            takeWaiting(taken);
            try {
                if (!taken.isEmpty()) {
                    write(taken);
                }
            } catch (StoreFailedException e) {
                fail(taken, e);
            } catch (RuntimeException e) {
                fail(taken, new StoreFailedException("the writer met what it does not know: " + e.getMessage(), e));
            }
            taken.clear();
        }
    }

    /** Leaves {@code taken} empty when the store is being closed. */
    private void takeWaiting(List<PendingChange> taken) {
        try {
            taken.add(waiting.take());
            waiting.drainTo(taken, BATCH_CHANGES_MAX - 1);
        } catch (InterruptedException _) {
            // Only close() interrupts, after which nothing new arrives: what waits is written, then the thread ends.
            waiting.drainTo(taken, BATCH_CHANGES_MAX);
        }
    }

    private void write(List<PendingChange> taken) {
        try (ChangeBatch batch = new ChangeBatch(database, seal, sums::get)) {
            long usableBytes = disk.usableBytes();
            for (PendingChange pending : taken) {
                include(pending, batch, usableBytes);
            }
            batch.write(head.next());
            head.advance();
            batch.newSums().forEach(sums::set);
            batch.included().forEach(pending -> pending.durable().complete(null));
        } catch (RocksDBException e) {
            refuseOrFail(taken, e);
        } catch (IOException e) {
            throw new StoreFailedException(
                    "the store's head could not be written, or its disk not be asked: " + e.getMessage(), e);
        }
    }

    private void include(PendingChange pending, ChangeBatch batch, long usableBytes) throws RocksDBException {
        if (pending.growsTheStore() && usableBytes < settings.reserveBytes()) {
            pending.durable().completeExceptionally(new DiskFullException(usableBytes, settings.reserveBytes()));
            return;
        }
        try {
            batch.include(pending);
        } catch (IllegalStateException e) {
            pending.durable().completeExceptionally(e);
        }
    }

    /** A full disk heals when somebody makes room: RocksDB then starts a new log. No other error does. */
    private static void refuseOrFail(List<PendingChange> taken, RocksDBException e) {
        Status status = e.getStatus();
        if (status == null || status.getSubCode() != Status.SubCode.NoSpace) {
            throw new StoreFailedException("the disk refused a write: " + e.getMessage(), e);
        }
        taken.forEach(pending -> pending.durable().completeExceptionally(new DiskFullException(e)));
    }

    private void fail(List<PendingChange> taken, StoreFailedException cause) {
        stopTakingChanges();
        failure.complete(cause);
        waiting.drainTo(taken);
        taken.forEach(pending -> pending.durable().completeExceptionally(cause));
    }

    /** Completes when the disk has refused a write, before the callers whose changes failed are told. */
    CompletableFuture<StoreFailedException> failure() {
        return failure;
    }

    /** Writes what waits, then ends the writer. */
    @Override
    public void close() {
        stopTakingChanges();
        writer.interrupt();
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException _) {
                interrupted = true; // the writer must not outlive its database: wait on, and tell the caller later
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

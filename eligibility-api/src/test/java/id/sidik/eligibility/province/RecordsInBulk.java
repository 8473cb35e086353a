package id.sidik.eligibility.province;

import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.records.RecordKind;
import id.sidik.eligibility.store.CommitResult;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.eligibility.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes many records of a kind: 64 in a transaction with one audit event, and many transactions under way, so that the books sync hundreds of them
 * at once. Nothing is faster about it than an import; it is the same writer.
 */
final class RecordsInBulk implements AutoCloseable {
    /** Well below what the writer lets wait. */
    private static final int UNDER_WAY_MAX = 256;

    private final EligibilityStore store;
    private final AuditEvent event;
    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore underWay = new Semaphore(UNDER_WAY_MAX);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /** @param event what the log says of each transaction, but for how many records it has */
    RecordsInBulk(EligibilityStore store, AuditEvent event) {
        this.store = store;
        this.event = event;
    }

    /** Writes them all; returns how many when all are durable. */
    <T> long write(RecordKind<T> kind, Stream<T> records) {
        long[] written = new long[1];
        List<T> together = new ArrayList<>(Transaction.CHANGES_MAX);
        records.forEachOrdered(record -> {
            together.add(record);
            written[0]++;
            if (together.size() == Transaction.CHANGES_MAX) {
                commit(kind, List.copyOf(together));
                together.clear();
            }
        });
        if (!together.isEmpty()) {
            commit(kind, List.copyOf(together));
        }
        await();
        return written[0];
    }

    private <T> void commit(RecordKind<T> kind, List<T> records) {
        underWay.acquireUninterruptibly();
        writers.execute(() -> {
            try {
                Transaction transaction =
                        Transaction.auditing(event.with(AuditField.RECORD_COUNT, Integer.toString(records.size())));
                for (T record : records) {
                    transaction = transaction.putting(kind, record);
                }
                CommitResult result = store.commit(transaction);
                if (!(result instanceof CommitResult.Committed)) {
                    throw new IllegalStateException("not written: " + result);
                }
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            } finally {
                underWay.release();
            }
        });
    }

    private void await() {
        underWay.acquireUninterruptibly(UNDER_WAY_MAX);
        underWay.release(UNDER_WAY_MAX);
        RuntimeException first = failure.get();
        if (first != null) {
            throw new IllegalStateException("the books did not take everything", first);
        }
    }

    @Override
    public void close() {
        writers.close();
    }
}

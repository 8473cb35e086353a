package id.sidik.benchmarks.audit;

import id.sidik.eligibility.audit.AuditEvent;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.keys.KeyRing;
import id.sidik.eligibility.store.CommitResult;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.eligibility.store.Transaction;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Writers who each append a leaf, wait until it is durable, and append the next: a closed loop, so there are never more leaves under way
 * than writers, and the disk is asked once for all that wait. The log is new for each run and is opened again at its end, which rebuilds
 * its tree: a leaf that was acknowledged and is not there is missing.
 */
final class AuditLoad {
    private static final double NANOS_A_SECOND = 1e9;
    private static final double NANOS_A_MILLI = 1e6;

    private final Path folder;

    /** @param folder empty, or made */
    AuditLoad(Path folder) {
        this.folder = folder;
    }

    AuditFigures run(int writers, Duration warmUp, Duration time) throws Exception {
        KeyRing keys = KeyRing.openOrCreate(folder, false);
        long[] latencies;
        long syncs;
        double seconds;
        long acknowledged;
        try (EligibilityStore store = EligibilityStore.open(folder, keys, List.of())) {
            append(store, writers, warmUp);
            long syncsBefore = store.syncs();
            long from = System.nanoTime();
            latencies = append(store, writers, time);
            seconds = (System.nanoTime() - from) / NANOS_A_SECOND;
            syncs = store.syncs() - syncsBefore;
            acknowledged = store.auditHead().size();
        }
        long there;
        try (EligibilityStore store = EligibilityStore.open(folder, keys, List.of())) {
            there = store.auditHead().size();
        }
        return new AuditFigures(
                writers,
                latencies.length,
                seconds,
                quantile(latencies, 0.5) / NANOS_A_MILLI,
                quantile(latencies, 0.99) / NANOS_A_MILLI,
                syncs,
                acknowledged - there);
    }

    /** How long each append took, in nanoseconds, in order. */
    private static long[] append(EligibilityStore store, int writers, Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        List<Callable<long[]>> loops = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            Transaction transaction = Transaction.auditing(event(writer));
            loops.add(() -> appendUntil(end, store, transaction));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            LongStream all = LongStream.empty();
            for (Future<long[]> loop : threads.invokeAll(loops)) {
                all = LongStream.concat(all, LongStream.of(loop.get()));
            }
            return all.sorted().toArray();
        }
    }

    private static long[] appendUntil(long end, EligibilityStore store, Transaction transaction) {
        LongStream.Builder latencies = LongStream.builder();
        for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
            if (!(store.commit(transaction) instanceof CommitResult.Committed)) {
                throw new IllegalStateException("a leaf alone cannot be refused");
            }
            latencies.add(System.nanoTime() - begun);
        }
        return latencies.build().toArray();
    }

    /** As long as that of a decision. */
    private static AuditEvent event(int writer) {
        return AuditEvent.of(AuditEventType.DECISION_MADE, Instant.EPOCH, "bridge")
                .about("0123456789abcdef".repeat(4))
                .with(AuditField.DECISION_ID, String.format(Locale.ROOT, "%032x", writer))
                .with(AuditField.OUTCOME, "Granted")
                .with(AuditField.PURPOSE, "HOSPITAL_ADMISSION")
                .with(AuditField.FACILITY, "RSUD-01")
                .with(AuditField.POLICY_VERSION, "2026.1")
                .withMicros("verify", 12_345);
    }

    private static long quantile(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
    }
}

package id.sidik.eligibility.check;

import id.sidik.eligibility.journey.RecordKinds;
import id.sidik.eligibility.keys.KeyRing;
import id.sidik.eligibility.keys.KeysRefusedException;
import id.sidik.eligibility.records.CorruptRecordException;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.eligibility.store.StoreRefusedException;
import id.sidik.wire.config.ConfigException;
import id.sidik.wire.process.AppArguments;
import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.ProofRefusedException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads books that no process holds as a whole and proves them: takes the arguments of the gate. The audit
 * tree is rebuilt and must have the head that lies beside the books, leaf for leaf; every record must open with its key and be what its kind can be. For restored backups, before anybody starts
 * on them. Exit codes: 0 all of it is there, 1 it is not.
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        try {
            check(AppArguments.parse(args).data().resolve("eligibility"), System.out);
        } catch (ConfigException
                | KeysRefusedException
                | StoreRefusedException
                | CorruptRecordException
                | ProofRefusedException
                | BooksDifferException e) {
            System.err.println("eligibility: " + e.getMessage());
            System.exit(1);
        }
    }

    static void check(Path folder, PrintStream out) throws IOException {
        KeyRing keys = KeyRing.openOrCreate(folder, true);
        Checkpoint expected = keys.checkpoints().open(Files.readString(folder.resolve(EligibilityStore.HEAD_FILE)));
        try (EligibilityStore store = EligibilityStore.open(folder, keys, RecordKinds.ALL)) {
            Checkpoint head = store.auditHead();
            if (!head.equals(expected)) {
                throw new BooksDifferException("the audit log has " + head.size() + " leaves and root " + head.root()
                        + ", but its head was written for " + expected.size() + " and " + expected.root()
                        + ": take another backup");
            }
            out.printf(
                    Locale.ROOT,
                    "eligibility: %,d leaves of audit, root %s, as its signed head says%n",
                    head.size(),
                    head.root());
            RecordKinds.ALL.forEach(kind -> out.printf(
                    Locale.ROOT, "eligibility: %,d %s, each opened with its key%n", count(store, kind), kind.name()));
            PaidIn.of(store)
                    .forEach((programme, rupiah) ->
                            out.printf(Locale.ROOT, "eligibility: Rp %,d paid in for %s%n", rupiah, programme));
            out.printf(
                    Locale.ROOT,
                    "eligibility: %,d decisions made again, each as it was recorded%n",
                    DecisionsAgain.of(store));
        }
    }

    private static long count(EligibilityStore store, RecordKind<?> kind) {
        AtomicLong count = new AtomicLong();
        store.visit(kind, RecordKey.ANY, _ -> count.incrementAndGet() > 0);
        return count.get();
    }
}

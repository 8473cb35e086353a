package id.sidik.matcher;

import id.sidik.matcher.crypto.KeyFile;
import id.sidik.matcher.store.CorruptStoreException;
import id.sidik.matcher.store.ReferenceStore;
import id.sidik.wire.config.ConfigException;
import id.sidik.wire.config.LayeredConfig;
import id.sidik.wire.process.AppArguments;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads a whole store that no process holds and proves it, for restored backups: every reference opens with its key, counts and sums are
 * those that were acknowledged. Takes the arguments of the matcher. Exit codes: 0 all of it is there, 1 it is not.
 */
public final class CheckStore {
    private CheckStore() {}

    public static void main(String[] args) {
        try {
            check(AppArguments.parse(args), System.out);
        } catch (ConfigException | CorruptStoreException e) {
            System.err.println("matcher: " + e.getMessage());
            System.exit(1);
        }
    }

    static void check(AppArguments arguments, PrintStream out) {
        MatcherConfig config = MatcherConfig.of(
                LayeredConfig.load(
                        MatcherProcess.NAME,
                        "matcher-defaults.yaml",
                        arguments.profile(),
                        arguments.config(),
                        System.getenv()),
                Machine.here());
        KeyFile key = MatcherProcess.keyFile(arguments.data().resolve(MatcherProcess.NAME));
        if (!key.exists()) {
            throw new ConfigException("The key " + key.path() + " is not there: restore it with --keys-from");
        }
        try (ReferenceStore store = MatcherProcess.openStore(arguments.data().resolve(MatcherProcess.NAME), config)) {
            AtomicLong proved = new AtomicLong();
            for (int partition = 0; partition < store.partitionCount(); partition++) {
                store.scan(partition, _ -> proved.incrementAndGet());
            }
            out.printf(
                    Locale.ROOT,
                    "matcher: %,d references in %d partitions, counts and sums as they were acknowledged%n",
                    proved.get(),
                    store.partitionCount());
        }
    }
}

package id.sidik.eligibility.office;

import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.journey.RecordKinds;
import id.sidik.eligibility.keys.KeyRing;
import id.sidik.eligibility.province.Province;
import id.sidik.eligibility.province.ProvinceScale;
import id.sidik.eligibility.report.Thresholds;
import id.sidik.eligibility.store.EligibilityStore;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes a made-up province into a new data folder: {@code --data DIR [--members N] [--seed S]}. No service may run on it meanwhile. */
public final class Main {
    private static final int MEMBERS = 200_000;
    private static final int SEED = 2_026;
    private static final int EXIT_MISUSED = 2;
    private static final double NANOS_PER_SECOND = 1e9;

    private Main() {}

    public static void main(String[] args) throws Exception {
        System.exit(run(Arrays.asList(args), System.out, System.err));
    }

    private static int run(List<String> args, PrintStream out, PrintStream err) throws Exception {
        Optional<String> data = value(args, "--data");
        if (data.isEmpty()) {
            err.println("usage: province --data DIR [--members N] [--seed S]");
            return EXIT_MISUSED;
        }
        Path folder = Files.createDirectories(Path.of(data.get()).resolve("eligibility"));
        if (EligibilityStore.booksExist(folder)) {
            err.println("There are books in " + folder + " already; a province needs a new folder");
            return EXIT_MISUSED;
        }
        InstantSource clock = InstantSource.system();
        int year = clock.instant().atZone(Contribution.ZONE).getYear() - 1;
        ProvinceScale scale = ProvinceScale.ofMembers(
                value(args, "--members").map(Integer::parseInt).orElse(MEMBERS),
                year,
                value(args, "--seed").map(Long::parseLong).orElse((long) SEED));
        return run(folder, scale, clock, out) ? 0 : 1;
    }

    private static boolean run(Path folder, ProvinceScale scale, InstantSource clock, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "A made-up province: %,d members, %,d visits, %,d claims in %d, seed %d.%n",
                scale.members(),
                scale.visits(),
                scale.claims(),
                scale.year(),
                scale.seed());
        out.println(
                "Virtual here: the people, and their fingers, which are names and not pictures: no matcher is asked.");
        out.println(
                "Real: the books (sealed, synced, each write with its audit leaf), and the reports read from them.");
        Province province = Province.of(scale);
        KeyRing keys = KeyRing.openOrCreate(folder, false);
        try (EligibilityStore store = EligibilityStore.open(folder, keys, RecordKinds.ALL)) {
            long start = System.nanoTime();
            long records = new ProvinceBooks(province, store, clock).write();
            double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
            out.printf(
                    Locale.ROOT,
                    "Written: %,d records, %,d audit leaves, %.0f s.%n",
                    records,
                    store.auditHead().size(),
                    seconds);
            return new ProvinceRun(province, store, Thresholds.standard(Contribution.ZONE), System::nanoTime, out)
                    .run();
        }
    }

    private static Optional<String> value(List<String> args, String name) {
        int at = args.indexOf(name);
        return at >= 0 && at + 1 < args.size() ? Optional.of(args.get(at + 1)) : Optional.empty();
    }
}

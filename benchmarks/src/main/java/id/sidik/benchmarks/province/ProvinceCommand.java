package id.sidik.benchmarks.province;

import id.sidik.benchmarks.gate.SimulatedGate;
import id.sidik.benchmarks.options.Bounds;
import id.sidik.benchmarks.processes.ServiceChild;
import id.sidik.eligibility.province.Province;
import id.sidik.eligibility.province.ProvinceScale;
import id.sidik.eligibility.store.EligibilityStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code province}: a year of a made-up province, at a real gate with a real matcher; what {@code ./sidik demo --province} plays. */
@Command(
        name = "province",
        mixinStandardHelpOptions = true,
        description =
                "Plays the year of a made-up province, fraud included, through the gate's own journeys, and asks every report what it found.")
public final class ProvinceCommand implements Callable<Integer> {
    private static final int MEMBERS_MIN = 2_000;
    private static final int MEMBERS_MAX = 1_000_000;
    private static final int NOT_AS_EXPECTED = 1;
    private static final double NANOS_PER_SECOND = 1e9;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "A folder without books; the services can be started on it afterwards.")
    private Path data = Path.of("");

    @Option(names = "--members", paramLabel = "N", description = "How many, 2000 to 1000000. Default: 200000.")
    private int members = 200_000;

    @Option(names = "--seed", paramLabel = "S", description = "Which of all provinces. Default: 2026.")
    private long seed = 2_026;

    @Option(names = "--year", paramLabel = "Y", description = "Which year it lives. Default: the last one.")
    private int year = Year.now(SimulatedGate.ZONE).getValue() - 1;

    /** Exits 0 when every report found its fraud, the money adds up and decisions come out as they did; 1 otherwise. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it runs a command");
        }
        Bounds.require(spec, "--members", members, MEMBERS_MIN, MEMBERS_MAX);
        Bounds.require(spec, "--year", year, 2_020, Year.now(SimulatedGate.ZONE).getValue() - 1);
        Path books = Files.createDirectories(data).resolve("eligibility");
        if (EligibilityStore.booksExist(books)) {
            throw new ParameterException(
                    spec.commandLine(), "There are books in " + books + " already; a province needs a new folder");
        }
        return play(
                        ProvinceScale.ofMembers(members, year, seed),
                        data,
                        System.getProperty("java.class.path"),
                        spec.commandLine().getOut())
                ? 0
                : NOT_AS_EXPECTED;
    }

    /** Plays a year, prints what came of it, and says whether all was as expected. */
    static boolean play(ProvinceScale scale, Path data, String classPath, PrintWriter out)
            throws IOException, InterruptedException {
        out.printf(
                Locale.ROOT,
                "A made-up province: %,d members, %,d visits and %,d claims scripted for %d, seed %d.%n",
                scale.members(),
                scale.visits(),
                scale.claims(),
                scale.year(),
                scale.seed());
        out.println(
                "Made up: the people, what they do, and their fingers: synthetic templates, and pictures where quality counts.");
        out.println(
                "Real: the matcher (a process of its own, mutual TLS), and the gate's journeys and books, in this process, on a clock");
        out.println(
                "that runs through the year. Nothing is written but by a journey: what the gate refuses does not happen.");
        out.flush();
        Province province = Province.of(scale);
        try (ServiceChild matcher = ServiceChild.start(
                ServiceChild.Service.MATCHER,
                data,
                classPath,
                List.of("--add-modules=jdk.incubator.vector", "-Xmx1g", "-XX:+UseG1GC"),
                Map.of("SIDIK_MATCHER_LISTEN", "127.0.0.1:0"))) {
            return played(province, scale.seed(), data, matcher, out);
        }
    }

    private static boolean played(Province province, long seed, Path data, ServiceChild matcher, PrintWriter out)
            throws IOException {
        LocalDate before = province.period().from().minusDays(1);
        YearClock clock = new YearClock(Days.at(before, 12));
        Tally tally = new Tally();
        long start = System.nanoTime();
        try (SimulatedGate gate = new SimulatedGate(data, matcher, clock)) {
            YearPlayed played = new YearPlayed(province, gate, clock, new Hands(province, seed), tally, news -> {
                out.printf(Locale.ROOT, "   %5.0f s  %s%n", (System.nanoTime() - start) / NANOS_PER_SECOND, news);
                out.flush();
            });
            played.play();
            out.printf(
                    Locale.ROOT,
                    "Played in %.0f s; the audit log has %,d leaves.%n",
                    (System.nanoTime() - start) / NANOS_PER_SECOND,
                    gate.store().auditHead().size());
            return new ProvinceResult(province, gate, played, tally, out).print();
        }
    }
}

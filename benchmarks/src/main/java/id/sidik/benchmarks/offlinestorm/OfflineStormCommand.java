package id.sidik.benchmarks.offlinestorm;

import id.sidik.benchmarks.options.Bounds;
import id.sidik.benchmarks.processes.ServiceChild;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code offline-storm}: eight hours without a network, kill -9 again and again, and which answer the gate never hears of. */
@Command(
        name = "offline-storm",
        mixinStandardHelpOptions = true,
        description =
                "Cuts a site off for eight simulated hours, kills it at random moments, and counts answers that are lost or doubled "
                        + "when the gate has reconciled its journal.")
public final class OfflineStormCommand implements Callable<Integer> {
    private static final int CHECKS_MAX = 4_900;
    private static final int KILLS_MAX = 10_000;
    private static final int LOSSES = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--checks", paramLabel = "N", description = "How many come, 1 to 4900. Default: 2000.")
    private int checks = 2_000;

    @Option(names = "--kills", paramLabel = "N", description = "How many kills, 0 to 10000. Default: 100.")
    private int kills = 100;

    @Option(names = "--seed", paramLabel = "S", description = "Of the fingers and the moments. Default: 0.")
    private long seed;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "An empty folder, kept afterwards. Default: a new one in the temporary folder.")
    private @Nullable Path data;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    /** Exits 0 when every answer is at the gate once, 1 otherwise. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it runs a command");
        }
        Bounds.require(spec, "--checks", checks, 1, CHECKS_MAX);
        Bounds.require(spec, "--kills", kills, 0, KILLS_MAX);
        Path folder = data == null ? Files.createTempDirectory("sidik-offline-storm") : data;
        OfflineReport report = run(
                folder,
                System.getProperty("java.class.path"),
                checks,
                kills,
                seed,
                spec.commandLine().getErr());
        spec.commandLine().getOut().println(json ? report.json() : report.sentence());
        return report.clean() ? 0 : LOSSES;
    }

    static OfflineReport run(Path folder, String classPath, int checks, int kills, long seed, PrintWriter progress)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        SimulatedClock clock = new SimulatedClock();
        try (ServiceChild matcher = ServiceChild.start(
                        ServiceChild.Service.MATCHER,
                        folder,
                        classPath,
                        List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                        Map.of(
                                "SIDIK_MATCHER_LISTEN",
                                "127.0.0.1:0",
                                "SIDIK_MATCHER_GALLERY_REFERENCES_MAX",
                                "100000"));
                Centre centre = new Centre(folder, matcher, clock)) {
            return new OfflineStorm(folder.resolve("site"), classPath, centre, clock, seed, progress)
                    .run(checks, kills);
        }
    }
}

package id.sidik.benchmarks.killstorm;

import id.sidik.benchmarks.options.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kill-storm}: kill -9 of the matcher in the middle of enrolments, and who is missing afterwards. */
@Command(
        name = "kill-storm",
        mixinStandardHelpOptions = true,
        description =
                "Kills a matcher in a storm of enrolments, again and again, and counts acknowledged ones that are lost.")
public final class KillStormCommand implements Callable<Integer> {
    private static final int ROUNDS_MAX = 100_000;
    private static final int LOSSES = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--rounds", paramLabel = "N", description = "How many kills, 1 to 100000. Default: 200.")
    private int rounds = 200;

    @Option(names = "--seed", paramLabel = "S", description = "Of the fingers and the moments. Default: 0.")
    private long seed;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "An empty folder for the matcher's data, kept afterwards. Default: a new one in the temporary folder.")
    private @Nullable Path data;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    /** Exits 0 when nothing was lost, 1 when something was. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it runs a command");
        }
        Bounds.require(spec, "--rounds", rounds, 1, ROUNDS_MAX);
        Path folder = data == null ? Files.createTempDirectory("sidik-kill-storm") : data;
        KillStorm storm = new KillStorm(
                folder,
                System.getProperty("java.class.path"),
                seed,
                spec.commandLine().getErr());
        StormReport report = storm.run(rounds);
        spec.commandLine().getOut().println(json ? report.json() : report.sentence());
        return report.clean() ? 0 : LOSSES;
    }
}

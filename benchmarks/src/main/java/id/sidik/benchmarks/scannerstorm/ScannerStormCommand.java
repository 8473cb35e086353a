package id.sidik.benchmarks.scannerstorm;

import id.sidik.benchmarks.options.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code scanner-storm}: captures with random faults on every serial protocol and a USB reader, and what is left behind. */
@Command(
        name = "scanner-storm",
        mixinStandardHelpOptions = true,
        description = "Captures from emulated scanners with random faults; counts wrong images, leaks and drivers that"
                + " do not recover. Needs libfprint-2-2.")
public final class ScannerStormCommand implements Callable<Integer> {
    private static final int CAPTURES_MAX = 1_000_000;
    private static final int UNCLEAN = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--captures", paramLabel = "N", description = "How many, 1 to 1000000. Default: 1000.")
    private int captures = 1_000;

    @Option(names = "--seed", paramLabel = "S", description = "Of the fingers and the faults. Default: 0.")
    private long seed;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    /** Exits 0 when the storm left nothing behind and no wrong pixel was taken, 1 otherwise. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it runs a command");
        }
        Bounds.require(spec, "--captures", captures, 1, CAPTURES_MAX);
        ScannerStormReport report = new ScannerStorm(
                        Files.createTempDirectory("sidik-scanner-storm"),
                        seed,
                        spec.commandLine().getErr())
                .run(captures);
        spec.commandLine().getOut().println(json ? report.json() : report.sentence());
        return report.clean() ? 0 : UNCLEAN;
    }
}

package id.sidik.benchmarks.calibration;

import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.sets.BadDataSetException;
import id.sidik.benchmarks.sets.DataSet;
import id.sidik.benchmarks.sets.SameFingers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code calibrate}: where the weights of {@code ScoreModel} and the curve of {@code Calibration.SIDIK} come from. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Fits the weights of our comparator's score to folders of images, and measures the false match rate of each score.",
            "Also fits them without some fingers and without some sets, and counts the errors on those left out."
        })
public final class CalibrateCommand implements Runnable {
    private static final int SYNTHETIC_MAX = 20_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            paramLabel = "DIR",
            description = "Folders of images, a set each; at least two.")
    private List<Path> data = List.of();

    @Option(
            names = "--same-fingers",
            split = ",",
            paramLabel = "A=B",
            description = "Fingers that are in two sets, as set/finger=set/finger or set=set: pairs that are left out."
                    + " Default: ${DEFAULT-VALUE}.")
    private List<String> sameFingers = List.of("fvc2000-db1_b=fvc2000-db2_b", "fvc2002-db3_b/108=fvc2004-db3_b/102");

    @Option(
            names = "--synthetic",
            paramLabel = "N",
            description =
                    "Synthetic fingers to compare, too, 0 to 20000: all against all and all against the real prints."
                            + " Default: ${DEFAULT-VALUE}.")
    private int synthetic = 2_500;

    @Option(names = "--threads", paramLabel = "N", description = "Threads. Default: one a processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public void run() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it runs a command");
        }
        CommandLine commandLine = spec.commandLine();
        List<DataSet> sets = sets(commandLine);
        SameFingers same = same(commandLine);
        try (Workers workers = new Workers(threads)) {
            PreparedSets prepared = PreparedSets.of(sets, same, workers);
            List<ComparedPair> pairs = prepared.pairs(workers);
            PrintWriter out = commandLine.getOut();
            out.println(WeightsReport.of(pairs));
            out.println(FmrReport.of(pairs, sets.size()));
            if (synthetic > 0) {
                out.println(SyntheticImpostors.report(pairs, prepared.templates(), synthetic, workers));
            }
            out.flush();
        }
    }

    private List<DataSet> sets(CommandLine commandLine) {
        if (threads < 1 || threads > Workers.THREADS_MAX) {
            throw new ParameterException(
                    commandLine, "--threads must be 1 to " + Workers.THREADS_MAX + ": " + threads + ".");
        }
        if (synthetic < 0 || synthetic > SYNTHETIC_MAX) {
            throw new ParameterException(
                    commandLine, "--synthetic must be 0 to " + SYNTHETIC_MAX + ": " + synthetic + ".");
        }
        if (data.size() < 2) {
            throw new ParameterException(commandLine, "--data: a set can be left out only if there is another.");
        }
        try {
            return data.stream().map(DataSet::read).toList();
        } catch (BadDataSetException e) {
            throw new ParameterException(commandLine, e.getMessage(), e);
        }
    }

    private SameFingers same(CommandLine commandLine) {
        try {
            return SameFingers.parse(sameFingers);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(commandLine, "--same-fingers: " + e.getMessage() + ".", e);
        }
    }
}

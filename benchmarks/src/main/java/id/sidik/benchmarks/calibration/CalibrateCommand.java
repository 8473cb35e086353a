package id.sidik.benchmarks.calibration;

import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.options.Bounds;
import id.sidik.benchmarks.options.DataOption;
import id.sidik.benchmarks.options.SameFingersOption;
import id.sidik.benchmarks.sets.DataSet;
import id.sidik.benchmarks.sets.SameFingers;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final SameFingersOption sameFingers = new SameFingersOption();

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
        Bounds.require(spec, "--threads", threads, 1, Workers.THREADS_MAX);
        Bounds.require(spec, "--synthetic", synthetic, 0, SYNTHETIC_MAX);
        List<DataSet> sets = data.sets(spec);
        if (sets.size() < 2) {
            throw new ParameterException(spec.commandLine(), "--data: a set can be left out only if there is another.");
        }
        SameFingers same = sameFingers.sameFingers(spec);
        try (Workers workers = new Workers(threads)) {
            PreparedSets prepared = PreparedSets.of(sets, same, workers);
            List<ComparedPair> pairs = prepared.pairs(workers);
            PrintWriter out = spec.commandLine().getOut();
            out.println(WeightsReport.of(pairs));
            out.println(FmrReport.of(pairs, sets.size()));
            if (synthetic > 0) {
                out.println(SyntheticImpostors.report(pairs, prepared.templates(), synthetic, workers));
            }
            out.flush();
        }
    }
}

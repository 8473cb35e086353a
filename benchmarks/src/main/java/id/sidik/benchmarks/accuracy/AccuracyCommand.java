package id.sidik.benchmarks.accuracy;

import id.sidik.benchmarks.accuracy.AccuracyReport.SetResult;
import id.sidik.benchmarks.engine.MeasuredEngine;
import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.report.JsonFile;
import id.sidik.benchmarks.sets.BadDataSetException;
import id.sidik.benchmarks.sets.DataSet;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code accuracy}: errors of our engine and of bare SourceAFIS on folders of images, in one run. */
@Command(
        name = "accuracy",
        mixinStandardHelpOptions = true,
        description = {
            "Counts the errors of our engine and of bare SourceAFIS: all genuine and all impostor pairs within each folder.",
            "Images are named <finger>_<impression>.<ext>; their dpi comes from dataset.properties beside them, else 500.",
            "An image from which nothing can be extracted matches nothing: each of its pairs counts as a non-match."
        })
public final class AccuracyCommand implements Runnable {
    private static final List<MeasuredEngine<?>> ENGINES = MeasuredEngine.sideBySide();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            paramLabel = "DIR",
            description = "Folders of images, a set each.")
    private List<Path> data = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Where the figures go, too, as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads; 1 for honest times. Default: one a processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public void run() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it runs a command");
        }
        AccuracyReport report =
                measure(sets(spec.commandLine()), spec.commandLine().getErr());
        if (json != null) {
            JsonFile.write(report.json(), json);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(report.table());
        out.flush();
    }

    private List<DataSet> sets(CommandLine commandLine) {
        if (threads < 1 || threads > Workers.THREADS_MAX) {
            throw new ParameterException(
                    commandLine, "--threads must be 1 to " + Workers.THREADS_MAX + ": " + threads + ".");
        }
        try {
            return data.stream().map(DataSet::read).toList();
        } catch (BadDataSetException e) {
            throw new ParameterException(commandLine, e.getMessage(), e);
        }
    }

    private AccuracyReport measure(List<DataSet> sets, PrintWriter progress) {
        List<SetResult> results = new ArrayList<>();
        try (Workers workers = new Workers(threads)) {
            ENGINES.forEach(engine -> EngineRun.warmUp(engine, sets.getFirst(), workers));
            for (DataSet set : sets) {
                List<EngineRun> runs = new ArrayList<>();
                for (MeasuredEngine<?> engine : ENGINES) {
                    progress.println(
                            set.name() + ": " + set.prints().size() + " images with " + engine.name() + " ...");
                    progress.flush();
                    runs.add(EngineRun.of(engine, set, workers));
                }
                results.add(new SetResult(set, List.copyOf(runs)));
            }
        }
        return new AccuracyReport(List.copyOf(results));
    }
}

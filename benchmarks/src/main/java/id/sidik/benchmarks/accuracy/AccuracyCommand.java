package id.sidik.benchmarks.accuracy;

import id.sidik.benchmarks.engine.MeasuredEngine;
import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.options.Bounds;
import id.sidik.benchmarks.options.DataOption;
import id.sidik.benchmarks.options.SameFingersOption;
import id.sidik.benchmarks.report.JsonFile;
import id.sidik.benchmarks.report.Section;
import id.sidik.benchmarks.sets.BadDataSetException;
import id.sidik.benchmarks.sets.DataSet;
import id.sidik.benchmarks.sets.Nfiq2Scores;
import id.sidik.benchmarks.sets.SameFingers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code accuracy}: errors of our engine and of bare SourceAFIS on folders of images, in one run. */
@Command(
        name = "accuracy",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Counts the errors of our engine and of bare SourceAFIS: all genuine and all impostor pairs within each folder.",
            "Images are named <finger>_<impression>.<ext>; their dpi comes from dataset.properties beside them, else 500.",
            "An image from which nothing can be extracted matches nothing: each of its pairs counts as a non-match."
        })
public final class AccuracyCommand implements Runnable {
    private static final int CROSS_SET_PAIRS_MAX = 50_000_000;
    private static final long SEED = 20_261_123;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--json", paramLabel = "FILE", description = "Where the figures go, too, as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads; 1 for honest times. Default: one a processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private final SameFingersOption sameFingers = new SameFingersOption();

    @Option(
            names = "--cross-set",
            arity = "0..1",
            fallbackValue = "300000",
            paramLabel = "PAIRS",
            description =
                    "Also draws about so many pairs of strangers from two sets: FMR at low rates. Default: 300000.")
    private int crossSetPairs;

    @Option(names = "--persons", description = "Also errors about people: two fingers, two attempts, three enrolled.")
    private boolean persons;

    @Option(
            names = "--transforms",
            description = "Also FNMR of probes that are turned by up to 45 degrees or shifted until 60 % are left.")
    private boolean transforms;

    @Option(names = "--quality", description = "Also how far the FNMR falls when the worst images are refused.")
    private boolean quality;

    @Option(
            names = "--nfiq2",
            paramLabel = "CSV",
            description = "With --quality: NFIQ 2 scores, <set>/<file>,<name>,<score>, to correlate ours with.")
    private @Nullable Path nfiq2;

    @Option(names = "--not-fingers", description = "Also whether blank, noise, text, a face and the like are refused.")
    private boolean notFingers;

    @Override
    public void run() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it runs a command");
        }
        CommandLine commandLine = spec.commandLine();
        Bounds.require(spec, "--threads", threads, 1, Workers.THREADS_MAX);
        List<DataSet> sets = data.sets(spec);
        SameFingers same = sameFingers.sameFingers(spec);
        requireCrossSetPairs(commandLine, sets);
        requirePeople(commandLine, sets);
        Map<String, Integer> nfiq2Scores = nfiq2Scores(commandLine);
        AccuracyReport report = measure(sets, same, nfiq2Scores, commandLine.getErr());
        if (json != null) {
            JsonFile.write(report.json(), json);
        }
        commandLine.getOut().print(report.table());
        commandLine.getOut().flush();
    }

    private void requireCrossSetPairs(CommandLine commandLine, List<DataSet> sets) {
        if (crossSetPairs < 0 || crossSetPairs > CROSS_SET_PAIRS_MAX) {
            throw new ParameterException(
                    commandLine, "--cross-set must be 1 to " + CROSS_SET_PAIRS_MAX + ": " + crossSetPairs + ".");
        }
        if (crossSetPairs > 0 && sets.size() < 2) {
            throw new ParameterException(commandLine, "--cross-set needs two sets or more in --data.");
        }
    }

    private void requirePeople(CommandLine commandLine, List<DataSet> sets) {
        if (persons) {
            try {
                Persons.requirePeople(sets);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(commandLine, "--persons: " + e.getMessage() + ".", e);
            }
        }
    }

    private Map<String, Integer> nfiq2Scores(CommandLine commandLine) {
        try {
            return nfiq2 == null ? Map.of() : Nfiq2Scores.read(nfiq2);
        } catch (BadDataSetException e) {
            throw new ParameterException(commandLine, e.getMessage(), e);
        }
    }

    private AccuracyReport measure(
            List<DataSet> sets, SameFingers same, Map<String, Integer> nfiq2Scores, PrintWriter progress) {
        try (Workers workers = new Workers(threads)) {
            List<Campaign<?>> campaigns = new ArrayList<>();
            for (MeasuredEngine<?> engine : MeasuredEngine.sideBySide()) {
                campaigns.add(campaign(engine, sets, workers, progress));
            }
            return new AccuracyReport(campaigns, sections(campaigns, same, nfiq2Scores, workers, progress));
        }
    }

    private static <T> Campaign<T> campaign(
            MeasuredEngine<T> engine, List<DataSet> sets, Workers workers, PrintWriter progress) {
        EngineRun.warmUp(engine, sets.getFirst(), workers);
        List<EngineRun<T>> runs = new ArrayList<>();
        for (DataSet set : sets) {
            say(progress, set.name() + ": " + set.prints().size() + " images with " + engine.name() + " ...");
            runs.add(EngineRun.of(engine, set, workers));
        }
        return new Campaign<>(engine, List.copyOf(runs));
    }

    private List<Section> sections(
            List<Campaign<?>> campaigns,
            SameFingers same,
            Map<String, Integer> nfiq2Scores,
            Workers workers,
            PrintWriter progress) {
        List<Section> sections = new ArrayList<>();
        IntStream.range(1, campaigns.size())
                .mapToObj(baseline -> SideBySide.of(campaigns.getFirst(), campaigns.get(baseline)))
                .forEach(sections::add);
        sections.add(CrossValidation.of(campaigns));
        sections.add(StageReport.of(campaigns));
        CrossSensor.of(campaigns, same, workers).ifPresent(sections::add);
        if (crossSetPairs > 0) {
            say(progress, "strangers from two sets ...");
            sections.add(CrossSetImpostors.of(campaigns, same, crossSetPairs, SEED, workers));
        }
        if (persons) {
            say(progress, "people ...");
            sections.add(Persons.of(campaigns, same, SEED, workers));
        }
        if (transforms) {
            say(progress, "turned and shifted ...");
            sections.add(Transforms.of(campaigns, workers));
            sections.add(OverlapShifts.of(campaigns, workers));
        }
        if (quality) {
            say(progress, "quality ...");
            sections.add(QualityReport.of(campaigns, nfiq2Scores, workers));
        }
        if (notFingers) {
            sections.add(NotFingers.of(workers));
        }
        return List.copyOf(sections);
    }

    private static void say(PrintWriter progress, String what) {
        progress.println(what);
        progress.flush();
    }
}

package id.sidik.benchmarks.galleries;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.engine.SidikEngine;
import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.options.Bounds;
import id.sidik.benchmarks.options.DataOption;
import id.sidik.benchmarks.options.SameFingersOption;
import id.sidik.benchmarks.report.JsonFile;
import id.sidik.benchmarks.report.Progress;
import id.sidik.benchmarks.report.TextTable;
import id.sidik.benchmarks.sets.DataSet;
import id.sidik.benchmarks.sets.PrintFile;
import id.sidik.benchmarks.sets.SameFingers;
import id.sidik.engine.comparison.SidikComparator;
import id.sidik.engine.interchange.FingerView;
import id.sidik.engine.synthesis.SyntheticGallery;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.Template;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code realism}: are synthetic galleries as hard as real ones? */
@Command(
        name = "realism",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Holds the fingers of synthetic galleries against real prints: what they look like, and how alike strangers are.",
            "A gallery whose strangers are less alike than real ones flatters every search in it."
        })
public final class RealismCommand implements Runnable {
    private static final int FINGERS_MAX = 10_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--fingers", paramLabel = "N", description = "Synthetic ones. Default: ${DEFAULT-VALUE}.")
    private int fingers = 1_000;

    @Option(names = "--seed", paramLabel = "S", description = "Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Mixin
    private final SameFingersOption sameFingers = new SameFingersOption();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures for programs, too.")
    private @Nullable Path json;

    @Option(names = "--threads", paramLabel = "N", description = "Default: one a core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--statistics",
            description = "Print what the generator is fitted to, of real and synthetic prints.")
    private boolean statistics;

    private final SidikComparator comparator = new SidikComparator();

    @Override
    public void run() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it runs a command");
        }
        Bounds.require(spec, "--fingers", fingers, 1, FINGERS_MAX);
        Bounds.require(spec, "--threads", threads, 1, Workers.THREADS_MAX);
        List<DataSet> sets = data.sets(spec);
        SameFingers same = sameFingers.sameFingers(spec);
        try (Workers workers = new Workers(threads)) {
            List<StudiedPrint> real = real(sets, workers, spec);
            List<StudiedPrint> synthetic = synthetic(workers);
            ObjectNode figures = JsonMapper.builder().build().createObjectNode();
            if (statistics) {
                say(spec, PrintStatistics.bySet(real) + PrintStatistics.bySet(synthetic));
                say(spec, PrintStatistics.byFanning(real) + PrintStatistics.byFanning(synthetic));
            }
            say(spec, looks(real, synthetic, figures));
            say(spec, likeness(real, synthetic, same, workers, spec, figures));
            if (json != null) {
                JsonFile.write(figures, json);
            }
        }
    }

    private List<StudiedPrint> real(List<DataSet> sets, Workers workers, CommandSpec command) {
        SidikEngine engine = new SidikEngine();
        int count = sets.stream().mapToInt(set -> set.prints().size()).sum();
        Progress progress = new Progress(command.commandLine().getErr(), "prints", count);
        List<StudiedPrint> prints = new ArrayList<>();
        for (DataSet set : sets) {
            workers.all(set.prints().size(), i -> {
                        PrintFile print = set.prints().get(i);
                        Optional<StudiedPrint> studied = engine.extract(print.content(), set.dpi())
                                .map(extract -> studied(set.name(), print.finger(), extract.template()));
                        progress.add(1);
                        return studied;
                    })
                    .forEach(print -> print.ifPresent(prints::add));
        }
        return prints;
    }

    private List<StudiedPrint> synthetic(Workers workers) {
        SyntheticGallery gallery = new SyntheticGallery(seed, fingers, 1);
        return workers.all(
                fingers,
                subject -> studied(
                        "synthetic",
                        String.valueOf(subject),
                        gallery.references(subject).getFirst().template()));
    }

    private StudiedPrint studied(String set, String finger, Template template) {
        return new StudiedPrint(
                set,
                finger,
                template,
                comparator.prepare(template),
                FingerView.of(FingerPosition.UNKNOWN, template).features());
    }

    private static String looks(List<StudiedPrint> real, List<StudiedPrint> synthetic, ObjectNode figures) {
        TextTable table = Sample.middleTable(real.size() + " real, " + synthetic.size() + " synthetic");
        ObjectNode json = figures.putObject("kolmogorovSmirnov");
        addLooks(table, json, "minutiae", real, synthetic, print -> DoubleStream.of(print.minutiae()));
        addLooks(table, json, "area, cells", real, synthetic, print -> DoubleStream.of(print.areaCells()));
        addLooks(table, json, "period, px", real, synthetic, print -> DoubleStream.of(print.ridgePeriodPx()));
        addLooks(table, json, "neighbour, px", real, synthetic, StudiedPrint::nearestNeighbourPx);
        addLooks(table, json, "quality", real, synthetic, StudiedPrint::qualities);
        return table.toString();
    }

    private static void addLooks(
            TextTable table,
            ObjectNode json,
            String what,
            List<StudiedPrint> real,
            List<StudiedPrint> synthetic,
            Function<StudiedPrint, DoubleStream> figure) {
        Sample ofReal = new Sample(real.stream().flatMapToDouble(figure));
        Sample ofSynthetic = new Sample(synthetic.stream().flatMapToDouble(figure));
        double distance = ofReal.distanceTo(ofSynthetic);
        ofReal.addMiddle(table, what + ", real", "");
        ofSynthetic.addMiddle(table, what + ", synthetic", TextTable.number(distance, 3));
        json.put(what, distance);
    }

    private String likeness(
            List<StudiedPrint> real,
            List<StudiedPrint> synthetic,
            SameFingers same,
            Workers workers,
            CommandSpec command,
            ObjectNode figures) {
        Progress progress = new Progress(command.commandLine().getErr(), "probes", 2L * real.size() + synthetic.size());
        StrangerPairs realPairs = StrangerPairs.among(comparator, real, same, workers, progress);
        StrangerPairs mixedPairs = StrangerPairs.between(comparator, real, synthetic, same, workers, progress);
        StrangerPairs madePairs = StrangerPairs.among(comparator, synthetic, same, workers, progress);
        return tails("scores of strangers", StrangerPairs::scores, realPairs, mixedPairs, madePairs, figures)
                + tails("likest codes", StrangerPairs::neighbourhoods, realPairs, mixedPairs, madePairs, figures);
    }

    private static String tails(
            String what,
            Function<StrangerPairs, Sample> which,
            StrangerPairs real,
            StrangerPairs mixed,
            StrangerPairs made,
            ObjectNode figures) {
        Sample ofReal = which.apply(real);
        TextTable table = Sample.tailTable(what);
        ObjectNode json = figures.putObject(what);
        ofReal.addTail(table, "real x real", "");
        ofReal.writeTail(json.putObject("realReal"));
        addTail(table, json.putObject("realSynthetic"), "real x synthetic", which.apply(mixed), ofReal);
        addTail(table, json.putObject("syntheticSynthetic"), "synthetic x synthetic", which.apply(made), ofReal);
        return System.lineSeparator() + table;
    }

    private static void addTail(TextTable table, ObjectNode json, String name, Sample sample, Sample real) {
        double distance = real.distanceTo(sample);
        sample.addTail(table, name, TextTable.number(distance, 3));
        sample.writeTail(json);
        json.put("kolmogorovSmirnov", distance);
    }

    private static void say(CommandSpec command, String text) {
        command.commandLine().getOut().print(text);
        command.commandLine().getOut().flush();
    }
}

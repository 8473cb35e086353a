package id.sidik.benchmarks.robustness;

import id.sidik.benchmarks.engine.MeasuredEngine;
import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.options.Bounds;
import id.sidik.benchmarks.report.JsonFile;
import id.sidik.benchmarks.robustness.RobustnessReport.Turned;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.synthesis.Dial;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code robustness}: errors of our engine and of bare SourceAFIS on synthetic prints, against each dial that spoils them. */
@Command(
        name = "robustness",
        mixinStandardHelpOptions = true,
        description = {
            "Turns up what spoils an impression, one dial at a time, and counts how many probes no longer match.",
            "The reference of each finger is unspoilt; the limit of each engine is where unspoilt probes have the target FMR.",
            "Synthetic prints show what an engine bears, not how often it errs: for that there is accuracy."
        })
public final class RobustnessCommand implements Runnable {
    private static final int FINGERS_MAX = 2_000;
    private static final int STEPS_MAX = 50;
    private static final int QUICK_FINGERS = 16;
    private static final int QUICK_STEPS = 3;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--dial",
            arity = "1..*",
            paramLabel = "NAME",
            converter = DialName.class,
            completionCandidates = DialNames.class,
            description = "Which dials: ${COMPLETION-CANDIDATES}. Default: all.")
    private List<Dial> dials = Arrays.asList(Dial.values());

    @Option(names = "--fingers", paramLabel = "N", description = "How many fingers, 2 to 2000. Default: 60.")
    private int fingers = 60;

    @Option(names = "--probes", paramLabel = "N", description = "Probes of each finger, 1 to 20. Default: 2.")
    private int probes = 2;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Into how many steps each dial is divided, 1 to 50. Default: 5.")
    private int steps = 5;

    @Option(names = "--quick", description = "16 fingers, one probe each, 3 steps: whether it works, not how well.")
    private boolean quick;

    @Option(
            names = "--fmr",
            paramLabel = "RATE",
            description = "The FMR at which the limits are set. Default: ${DEFAULT-VALUE}.")
    private double targetFmr = 1e-3;

    @Option(names = "--seed", paramLabel = "S", description = "The first finger's seed. Default: ${DEFAULT-VALUE}.")
    private long seed = 1_000_000;

    @Option(names = "--json", paramLabel = "FILE", description = "Where the figures go, too, as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for a plot of each dial, <dial>.svg; made if missing.")
    private @Nullable Path out;

    @Option(names = "--threads", paramLabel = "N", description = "Threads. Default: one a processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public void run() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it runs a command");
        }
        if (quick) {
            fingers = QUICK_FINGERS;
            probes = 1;
            steps = QUICK_STEPS;
        }
        Bounds.require(spec, "--fingers", fingers, 2, FINGERS_MAX);
        Bounds.require(spec, "--probes", probes, 1, 20);
        Bounds.require(spec, "--steps", steps, 1, STEPS_MAX);
        Bounds.require(spec, "--threads", threads, 1, Workers.THREADS_MAX);
        if (!(targetFmr > 0 && targetFmr < 1)) {
            throw new ParameterException(spec.commandLine(), "--fmr must be above 0 and below 1: " + targetFmr + ".");
        }
        RobustnessReport report = measure(spec.commandLine().getErr());
        if (json != null) {
            JsonFile.write(report.json(), json);
        }
        if (out != null) {
            writePlots(report, out);
        }
        PrintWriter console = spec.commandLine().getOut();
        console.print(report.table());
        console.flush();
    }

    private RobustnessReport measure(PrintWriter progress) {
        try (Workers workers = new Workers(threads)) {
            say(progress, "growing " + fingers + " fingers ...");
            SpoiltPrints prints = new SpoiltPrints(seed, fingers, probes, workers);
            List<FingerImage> references = prints.references();
            List<FingerImage> unspoilt = prints.probes(dials.getFirst(), 0);
            List<EngineUnderStrain<?>> engines = new ArrayList<>();
            for (MeasuredEngine<?> engine : MeasuredEngine.sideBySide()) {
                engines.add(new EngineUnderStrain<>(engine, prints, workers, references, unspoilt, targetFmr));
            }
            List<Turned> turned = new ArrayList<>();
            for (Dial dial : dials) {
                say(
                        progress,
                        RobustnessReport.key(dial) + " (" + (turned.size() + 1) + " of " + dials.size() + ") ...");
                turned.add(turn(dial, prints, engines));
            }
            return new RobustnessReport(fingers, fingers * probes, targetFmr, List.copyOf(turned));
        }
    }

    private Turned turn(Dial dial, SpoiltPrints prints, List<EngineUnderStrain<?>> engines) {
        List<List<DialCurve.Point>> points = new ArrayList<>();
        engines.forEach(_ -> points.add(new ArrayList<>()));
        for (double value : values(dial)) {
            List<FingerImage> images = prints.probes(dial, value);
            for (int i = 0; i < engines.size(); i++) {
                points.get(i).add(engines.get(i).at(value, images));
            }
        }
        return new Turned(
                dial,
                IntStream.range(0, engines.size())
                        .mapToObj(i -> new DialCurve(engines.get(i).name(), points.get(i)))
                        .toList());
    }

    /** From end to end in equal steps; a dial that turns both ways takes as many steps to each side. */
    private double[] values(Dial dial) {
        int count = dial.lowest() < 0 ? 2 * steps : steps;
        return IntStream.rangeClosed(0, count)
                .mapToDouble(step -> dial.lowest() + (dial.highest() - dial.lowest()) * step / count)
                .map(value -> Math.min(value, dial.highest())) // 0.8 times three thirds is more than 0.8
                .toArray();
    }

    private static void writePlots(RobustnessReport report, Path folder) {
        try {
            Files.createDirectories(folder);
            for (Turned turned : report.dials()) {
                Files.writeString(
                        folder.resolve(RobustnessReport.key(turned.dial()) + ".svg"),
                        RobustnessReport.svg(turned, report.targetFmr()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The plots can not be written to " + folder + ".", e);
        }
    }

    private static void say(PrintWriter progress, String what) {
        progress.println(what);
        progress.flush();
    }

    /** Lists the dials in the help. */
    private static final class DialNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Dial.values()).map(RobustnessReport::key).iterator();
        }
    }

    /** Reads {@code lost-contact} and the like. */
    private static final class DialName implements ITypeConverter<Dial> {
        @Override
        public Dial convert(String name) {
            return Arrays.stream(Dial.values())
                    .filter(dial -> RobustnessReport.key(dial).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("there is no dial " + name));
        }
    }
}

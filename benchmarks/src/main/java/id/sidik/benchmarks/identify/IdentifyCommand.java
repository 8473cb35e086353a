package id.sidik.benchmarks.identify;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.engine.Workers;
import id.sidik.benchmarks.options.Bounds;
import id.sidik.benchmarks.options.DataOption;
import id.sidik.benchmarks.options.SameFingersOption;
import id.sidik.benchmarks.report.JsonFile;
import id.sidik.benchmarks.report.Progress;
import id.sidik.benchmarks.sets.DataSet;
import id.sidik.engine.gallery.KeptSegments;
import id.sidik.engine.gallery.MemoryPages;
import id.sidik.engine.gallery.SegmentKeeper;
import id.sidik.engine.synthesis.SyntheticGallery;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code identify}: 1:N among synthetic subjects. */
@Command(
        name = "identify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Searches for real people among synthetic subjects: how long, how much memory, what is found and what is missed.",
            "The fingers of each folder are paired into people; one impression of each finger is enrolled, others search."
        })
public final class IdentifyCommand implements Runnable {
    private static final int FINGERS = 2;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--subjects", required = true, paramLabel = "N", description = "Synthetic subjects.")
    private int subjects;

    @Option(
            names = "--fingers",
            paramLabel = "2",
            description = "Of each subject: 2, as many as real people have here.")
    private int fingers = FINGERS;

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final SameFingersOption sameFingers = new SameFingersOption();

    @Option(names = "--threads", paramLabel = "T", description = "That search. Default: ${DEFAULT-VALUE}.")
    private int threads = 1;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures for programs, too.")
    private @Nullable Path json;

    @Option(
            names = "--searches",
            paramLabel = "M",
            description = "Mated searches, and as many non-mated ones. Default: ${DEFAULT-VALUE}.")
    private int searches = 1_000;

    @Option(names = "--seed", paramLabel = "S", description = "Of subjects and attempts. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--exhaustive-subjects",
            paramLabel = "N",
            description = "Compare everybody of so many subjects as well; 0 does not. Default: ${DEFAULT-VALUE}.")
    private int exhaustiveSubjects = 100_000;

    @Option(
            names = "--exhaustive-searches",
            paramLabel = "M",
            description = "Searches that compare everybody. Default: ${DEFAULT-VALUE}.")
    private int exhaustiveSearches = 200;

    @Option(
            names = "--growth",
            split = ",",
            paramLabel = "N",
            description = "Measure at these sizes on the way, like 10k,100k,1M.")
    private List<String> growth = List.of();

    @Option(names = "--plot", paramLabel = "FILE", description = "Draw the growth as SVG.")
    private @Nullable Path plot;

    @Option(
            names = "--batch",
            paramLabel = "B",
            description = "Measure the throughput of batches of so many searches, too.")
    private int batch;

    @Option(
            names = "--more-threads",
            paramLabel = "T",
            description = "Measure the throughput with so many threads, too, single and in batches.")
    private int moreThreads;

    @Option(
            names = "--churn",
            paramLabel = "R",
            description = "Measure searches during R additions and R withdrawals a second, too.")
    private int churn;

    @Option(
            names = "--filter-share",
            split = ",",
            paramLabel = "SHARE",
            description =
                    "Measure searches with a filter that so large a share of the subjects passes, too, like 0.5,0.1.")
    private List<Double> filterShares = List.of();

    @Option(
            names = "--warm-up-seconds",
            paramLabel = "S",
            description = "Before each timing, and how long SourceAFIS is timed. Default: ${DEFAULT-VALUE}.")
    private int warmUpSeconds = 5;

    @Override
    public void run() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it runs a command");
        }
        requireArguments(spec);
        List<Integer> sizes = sizes(spec);
        List<DataSet> sets = data.sets(spec);
        PrintWriter progress = spec.commandLine().getErr();
        try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
            int prints = sets.stream().mapToInt(set -> set.prints().size()).sum();
            RealPeople people = people(spec, sets, workers, new Progress(progress, "prints", prints));
            ObjectNode figures = measure(new Measured(spec, sets, people, workers, progress), sizes);
            if (json != null) {
                JsonFile.write(figures, json);
            }
        }
    }

    /** What there is when the measuring begins. */
    private record Measured(
            CommandSpec spec, List<DataSet> sets, RealPeople people, Workers workers, PrintWriter progress) {
        void say(String text) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(text);
            out.flush();
        }
    }

    private ObjectNode measure(Measured with, List<Integer> sizes) {
        SyntheticGallery background = new SyntheticGallery(seed, subjects, FINGERS);
        List<RealPeople.Attempt> attempts = with.people().attempts(searches, seed);
        ObjectNode figures = JsonMapper.builder().build().createObjectNode();
        List<GrowthStep> steps = new ArrayList<>();
        for (int size : sizes.subList(0, sizes.size() - 1)) {
            try (MeasuredGallery gallery =
                    filled(with, size, threads, SegmentKeeper.NONE, () -> new KeptSegments(MemoryPages.HUGE))) {
                steps.add(step(with, gallery, size, attempts));
            }
        }
        try (KeptFolder folder = new KeptFolder()) {
            try (MeasuredGallery gallery =
                    filled(with, subjects, threads, folder.keeper(), () -> new KeptSegments(MemoryPages.HUGE))) {
                steps.add(step(with, gallery, subjects, attempts));
                with.say(GrowthStep.table(steps));
                writeSteps(figures, steps, attempts.size());
                if (batch > 0 || moreThreads > 0) {
                    measureThroughput(with, gallery, threads, attempts, figures.putObject("throughput"));
                }
                measureFiltered(with, gallery, attempts, figures);
                measureChurn(with, gallery, background, attempts, figures);
                drawPlot(steps);
            }
            measureLoad(with, folder, attempts, figures);
        }
        measureExhaustive(with, background, attempts, figures);
        measureSourceAfis(with, figures);
        return figures;
    }

    private MeasuredGallery filled(
            Measured with, int size, int searching, SegmentKeeper keeper, MeasuredGallery.Reopening kept) {
        MeasuredGallery.Source source = new MeasuredGallery.Source(
                new SyntheticGallery(seed, size, FINGERS),
                with.people(),
                with.workers(),
                new Progress(with.progress(), "subjects", size));
        return MeasuredGallery.indexed(searching, source, keeper, kept);
    }

    private GrowthStep step(Measured with, MeasuredGallery gallery, int size, List<RealPeople.Attempt> attempts) {
        Searches search = new Searches(with.people(), gallery.gallery());
        long bytes = gallery.bytes();
        search.warmUp(attempts, Duration.ofSeconds(warmUpSeconds));
        Progress searched = new Progress(with.progress(), "searches of " + size + " subjects", 2L * attempts.size());
        Searches.Run mated = search.mated(attempts, searched);
        Searches.Run nonMated = search.nonMated(attempts, searched);
        List<Long> nanos = new ArrayList<>(mated.nanos());
        nanos.addAll(nonMated.nanos());
        return new GrowthStep(
                size,
                bytes,
                gallery.fillSeconds(),
                new Searches.Run(mated.found(), nanos).times(),
                IdentificationRates.of(mated.found(), nonMated.found()));
    }

    /** The same gallery once more, from the copies that the first one left: a warm start. */
    private void measureLoad(Measured with, KeptFolder folder, List<RealPeople.Attempt> attempts, ObjectNode figures) {
        int cores = Runtime.getRuntime().availableProcessors();
        int searching = Math.max(threads, moreThreads);
        try (MeasuredGallery gallery =
                filled(with, subjects, searching, SegmentKeeper.NONE, () -> folder.open(cores))) {
            figures.put("loadSeconds", gallery.fillSeconds());
            with.say(String.format(
                    Locale.ROOT, "Searchable %.1f s after a start from kept segments%n", gallery.fillSeconds()));
            if (moreThreads > 0) {
                measureThroughput(with, gallery, searching, attempts, figures.putObject("throughputOfMoreThreads"));
            }
        }
    }

    private void writeSteps(ObjectNode figures, List<GrowthStep> steps, int attempts) {
        GrowthStep last = steps.getLast();
        figures.put("subjects", subjects);
        figures.put("threads", threads);
        figures.put("indexBytes", last.bytes());
        figures.put("bytesPerSubject", last.bytesPerSubject());
        figures.put("buildSeconds", last.buildSeconds());
        figures.put("loadSeconds", Double.NaN); // here for its place; measured at the end
        ObjectNode millis = figures.putObject("searchMillis");
        millis.put("median", last.times().medianMillis());
        millis.put("p99", last.times().p99Millis());
        figures.put("nonMatedSearches", attempts);
        figures.put("matedSearches", attempts);
        last.rates().writeTo(figures);
        figures.put("fnirAtFpir1e3", last.rates().fnirAtFpir1e3());
        if (steps.size() > 1) {
            ArrayNode all = figures.putArray("growth");
            steps.forEach(step -> step.writeTo(all.addObject()));
        }
    }

    private void measureThroughput(
            Measured with,
            MeasuredGallery gallery,
            int searching,
            List<RealPeople.Attempt> attempts,
            ObjectNode figures) {
        Searches search = new Searches(with.people(), gallery.gallery());
        search.warmUp(attempts, Duration.ofSeconds(warmUpSeconds));
        figures.put("threads", searching);
        double single = throughput(with, search, attempts, 1);
        figures.put("singleSearchesPerSecond", single);
        with.say(String.format(Locale.ROOT, "%d threads: %.1f searches a second%n", searching, single));
        if (batch > 0) {
            double batched = throughput(with, search, attempts, batch);
            figures.put("batch", batch);
            figures.put("batchedSearchesPerSecond", batched);
            with.say(String.format(
                    Locale.ROOT,
                    "%d threads, batches of %d: %.1f searches a second, %.2f times as many%n",
                    searching,
                    batch,
                    batched,
                    batched / single));
        }
    }

    private static double throughput(Measured with, Searches search, List<RealPeople.Attempt> attempts, int batch) {
        return search.throughput(
                attempts, batch, new Progress(with.progress(), "searches, " + batch + " at a time", attempts.size()));
    }

    private void measureFiltered(
            Measured with, MeasuredGallery gallery, List<RealPeople.Attempt> attempts, ObjectNode figures) {
        if (filterShares.isEmpty()) {
            return;
        }
        ArrayNode all = figures.putArray("filtered");
        for (double share : filterShares) {
            Searches search = new Searches(with.people(), gallery.gallery(), Regions.passing(share));
            search.warmUp(attempts, Duration.ofSeconds(warmUpSeconds));
            Progress searched = new Progress(with.progress(), "filtered searches", 2L * attempts.size());
            Searches.Run mated = search.mated(attempts, searched);
            IdentificationRates rates = IdentificationRates.of(
                    mated.found(), search.nonMated(attempts, searched).found());
            ObjectNode node = all.addObject();
            node.put("share", share);
            node.put("subjectsConsidered", search.considered(attempts.getFirst()));
            node.put("medianMillis", mated.times().medianMillis());
            node.put("p99Millis", mated.times().p99Millis());
            rates.writeTo(node);
            with.say(String.format(
                    Locale.ROOT,
                    "Filtered to %.1f %%: median %.1f ms, p99 %.1f ms, rank-1 %.2f %%%n",
                    100 * share,
                    mated.times().medianMillis(),
                    mated.times().p99Millis(),
                    100 * rates.rank1()));
        }
    }

    private void measureChurn(
            Measured with,
            MeasuredGallery gallery,
            SyntheticGallery background,
            List<RealPeople.Attempt> attempts,
            ObjectNode figures) {
        if (churn == 0) {
            return;
        }
        Searches search = new Searches(with.people(), gallery.gallery());
        SearchTimes quiet = search.mated(attempts, new Progress(with.progress(), "searches", attempts.size()))
                .times();
        var _ = gallery.takeLongestSwapMillis(); // of what came before
        long startedNanos = System.nanoTime();
        try (Churn changes = new Churn(gallery.gallery(), background, churn)) {
            Searches.Run run =
                    search.mated(attempts, new Progress(with.progress(), "searches during changes", attempts.size()));
            double perSecond = changes.changes() / ((System.nanoTime() - startedNanos) / 1e9);
            ObjectNode node = figures.putObject("churn");
            node.put("changesPerSecond", perSecond);
            node.put("p99MillisQuiet", quiet.p99Millis());
            node.put("p99Millis", run.times().p99Millis());
            node.put("longestAddMillis", changes.longestAddMillis());
            node.put("longestRemoveMillis", changes.longestRemoveMillis());
            double longestSwap = gallery.takeLongestSwapMillis();
            node.put("longestSwapMillis", longestSwap);
            with.say(String.format(
                    Locale.ROOT,
                    "During %.0f additions and as many withdrawals a second: p99 %.1f ms; without %.1f ms%n",
                    perSecond,
                    run.times().p99Millis(),
                    quiet.p99Millis()));
            with.say(String.format(
                    Locale.ROOT,
                    "The longest addition took %.2f ms, the longest withdrawal %.2f ms; a new segment held them back for %.2f ms at most%n",
                    changes.longestAddMillis(),
                    changes.longestRemoveMillis(),
                    longestSwap));
        }
    }

    private void measureExhaustive(
            Measured with, SyntheticGallery background, List<RealPeople.Attempt> attempts, ObjectNode figures) {
        if (exhaustiveSubjects == 0) {
            return;
        }
        List<RealPeople.Attempt> some = attempts.subList(0, Math.min(attempts.size(), exhaustiveSearches));
        Exhaustive exhaustive = Exhaustive.measure(
                background, exhaustiveSubjects, with.people(), some, threads, with.workers(), with.progress());
        ObjectNode node = figures.putObject("exhaustive");
        exhaustive.rates().writeTo(node);
        node.put("searchMillisEstimated", exhaustive.searchMillisEstimated());
        with.say(exhaustive.reasoning(background, some.size(), threads));
    }

    private void measureSourceAfis(Measured with, ObjectNode figures) {
        double rate =
                SourceAfisRate.comparisonsPerSecond(with.sets(), with.workers(), Duration.ofSeconds(warmUpSeconds));
        double millis = 1e3 * subjects * FINGERS / rate / threads;
        ObjectNode node = figures.putObject("sourceafis");
        node.put("comparisonsPerSecond", rate);
        node.put("searchMillisEstimated", millis);
        with.say(String.format(
                Locale.ROOT,
                "Bare SourceAFIS: %,.0f comparisons a second and thread; %d of each subject take %,.0f ms with %d threads,"
                        + " were they perfectly shared%n",
                rate,
                FINGERS,
                millis,
                threads));
    }

    private void drawPlot(List<GrowthStep> steps) {
        if (plot == null || steps.size() < 2) {
            return;
        }
        try {
            Files.writeString(plot, GrowthStep.svg(steps));
        } catch (IOException e) {
            throw new UncheckedIOException("The plot can not be written to " + plot + ".", e);
        }
    }

    /** In ascending order, the last one that of the whole gallery. */
    private List<Integer> sizes(CommandSpec command) {
        TreeSet<Integer> sizes = new TreeSet<>();
        sizes.add(subjects);
        for (String size : growth) {
            try {
                sizes.add(Sizes.parse(size));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(command.commandLine(), "--growth: " + e.getMessage(), e);
            }
        }
        if (sizes.getLast() != subjects) {
            throw new ParameterException(
                    command.commandLine(), "--growth goes up to --subjects, not to " + sizes.getLast());
        }
        return List.copyOf(sizes);
    }

    private void requireArguments(CommandSpec command) {
        Bounds.require(command, "--subjects", subjects, 1, SyntheticGallery.SUBJECTS_MAX);
        Bounds.require(command, "--fingers", fingers, FINGERS, FINGERS);
        Bounds.require(command, "--threads", threads, 1, Workers.THREADS_MAX);
        Bounds.require(command, "--searches", searches, 1, 1_000_000);
        Bounds.require(command, "--exhaustive-subjects", exhaustiveSubjects, 0, 1_000_000);
        Bounds.require(command, "--exhaustive-searches", exhaustiveSearches, 1, 1_000_000);
        Bounds.require(command, "--batch", batch, 0, 1_024);
        Bounds.require(command, "--more-threads", moreThreads, 0, Workers.THREADS_MAX);
        Bounds.require(command, "--churn", churn, 0, 100_000);
        if (filterShares.stream().anyMatch(share -> !(share > 0 && share <= 1))) {
            throw new ParameterException(
                    command.commandLine(), "--filter-share is above 0 and at most 1: " + filterShares + ".");
        }
        Bounds.require(command, "--warm-up-seconds", warmUpSeconds, 0, 600);
    }

    private RealPeople people(CommandSpec command, List<DataSet> sets, Workers workers, Progress progress) {
        try {
            return RealPeople.of(sets, sameFingers.sameFingers(command), workers, progress);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}

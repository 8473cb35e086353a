package id.sidik.benchmarks.sizing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.report.TextTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./sidik size}: how many boxes. */
@Command(
        name = "size",
        mixinStandardHelpOptions = true,
        description = {
            "Says how many boxes of which profile, how much memory and disk, with the arithmetic and where each number is from.",
            "Numbers may end in k, M or G: 10k, 1.6M, 120M."
        })
public final class SizeCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--subjects",
            required = true,
            paramLabel = "N",
            converter = Count.Converter.class,
            description = "People enrolled.")
    private Count subjects = new Count(1);

    @Option(names = "--fingers", paramLabel = "N", description = "Enrolled of each. Default: 2.")
    private int fingers = 2;

    @Option(
            names = "--gates-per-second",
            paramLabel = "RATE",
            description = "Eligibility checks in the busiest hour. Default: 0.")
    private double gatesPerSecond;

    @Option(
            names = "--searches-per-second",
            paramLabel = "RATE",
            description = "Searches of everybody: enrolments, rolling searches for duplicates. Default: 0.")
    private double searchesPerSecond;

    @Option(
            names = "--measured",
            paramLabel = "FILE",
            description = "What 'profile measure' wrote on a box; its figures replace the assumed ones of --profile.")
    private @Nullable Path measured;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description =
                    "The profile whose box was measured: kiosk, branch, hospital or central. Default: all of them.")
    private @Nullable String profile;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public void run() {
        CommandSpec command = spec;
        if (command == null) {
            throw new IllegalStateException("picocli sets the spec before it runs a command");
        }
        try {
            List<BoxesNeeded> answers = answers();
            PrintWriter out = command.commandLine().getOut();
            if (json) {
                out.println(json(answers).toPrettyString());
            } else {
                print(out, answers);
            }
            out.flush();
        } catch (UnusableFiguresException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private List<BoxesNeeded> answers() {
        Demand demand = new Demand(subjects.value(), fingers, gatesPerSecond, searchesPerSecond);
        requireProfileKnown();
        Figures better = measured == null ? Figures.none() : Figures.measured(measured);
        return Arrays.stream(Appliance.values())
                .map(appliance -> {
                    BoxProfile box = appliance.profile();
                    boolean applies = profile == null || profile.equals(appliance.label());
                    Figures figures = applies ? box.assumed().overlaidWith(better) : box.assumed();
                    return Sizing.of(demand, box, figures);
                })
                .toList();
    }

    private void requireProfileKnown() {
        if (profile != null
                && Arrays.stream(Appliance.values())
                        .noneMatch(known -> known.label().equals(profile))) {
            throw new UnusableFiguresException("there is no profile " + profile);
        }
    }

    /** The smallest kind of box of which one is enough; else the largest kind. */
    private static BoxesNeeded advised(List<BoxesNeeded> answers) {
        return answers.stream()
                .filter(answer -> answer.boxes() == 1)
                .findFirst()
                .orElseGet(answers::getLast);
    }

    private static void print(PrintWriter out, List<BoxesNeeded> answers) {
        BoxesNeeded advised = advised(answers);
        BoxProfile box = advised.box();
        out.printf(
                Locale.ROOT,
                "A %s box by its profile: %d cores, %d GiB of RAM, %,d gallery rows, %d threads that search.%n%n",
                box.label(),
                box.cores(),
                box.memoryGib(),
                box.galleryReferencesMax(),
                box.comparisonThreads());
        out.print(inputs(advised.figures()));
        out.printf(
                Locale.ROOT, "%nThe arithmetic for %s boxes:%n", advised.box().label());
        advised.steps()
                .forEach(step ->
                        out.printf(Locale.ROOT, "  %s = %s = %s%n", step.what(), step.arithmetic(), step.result()));
        out.printf(Locale.ROOT, "%nBoxes of each kind:%n");
        TextTable table = new TextTable("profile", "boxes", "cores", "RAM GiB", "of it gallery", "disk GiB");
        for (BoxesNeeded answer : answers) {
            table.row(
                    answer.box().label(),
                    String.format(Locale.ROOT, "%,d", answer.boxes()),
                    String.format(Locale.ROOT, "%,d", answer.cores()),
                    String.format(Locale.ROOT, "%,d", answer.memoryGib()),
                    String.format(Locale.ROOT, "%,.0f", answer.galleryGib()),
                    String.format(Locale.ROOT, "%,.0f", answer.diskGib()));
        }
        out.print(table);
        out.printf(
                Locale.ROOT,
                "%n%,d x %s: %d cores and %d GiB of RAM each, %,.0f GiB of disk each.%n",
                advised.boxes(),
                advised.box().label(),
                advised.box().cores(),
                advised.box().memoryGib(),
                Math.ceil(advised.diskGib() / advised.boxes()));
        if (advised.boxes() > 1) {
            out.println(
                    "More than one box needs a router over their partitions. The contract is made for one; it is not built.");
        }
    }

    private static TextTable inputs(Figures figures) {
        TextTable table = new TextTable("figure", "value", "is", "what");
        for (Figure figure : figures.all()) {
            table.row(
                    figure.key().key(),
                    Sizing.plain(figure.value()),
                    figure.origin().name().toLowerCase(Locale.ROOT),
                    figure.key().meaning());
        }
        return table;
    }

    private static ObjectNode json(List<BoxesNeeded> answers) {
        ObjectNode root = new JsonMapper().createObjectNode();
        root.put("advised", advised(answers).box().label());
        ArrayNode profiles = root.putArray("profiles");
        answers.forEach(answer -> profiles.add(json(answer)));
        return root;
    }

    private static ObjectNode json(BoxesNeeded answer) {
        ObjectNode node = new JsonMapper().createObjectNode();
        node.put("profile", answer.box().label())
                .put("boxes", answer.boxes())
                .put("cores", answer.cores())
                .put("memoryGib", answer.memoryGib())
                .put("galleryGib", answer.galleryGib())
                .put("diskGib", answer.diskGib());
        ArrayNode inputs = node.putArray("figures");
        answer.figures()
                .all()
                .forEach(figure -> inputs.addObject()
                        .put("key", figure.key().key())
                        .put("value", figure.value())
                        .put("origin", figure.origin().name()));
        ArrayNode steps = node.putArray("steps");
        answer.steps()
                .forEach(step -> steps.addObject()
                        .put("what", step.what())
                        .put("arithmetic", step.arithmetic())
                        .put("result", step.result()));
        return node;
    }
}

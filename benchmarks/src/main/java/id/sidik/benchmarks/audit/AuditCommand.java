package id.sidik.benchmarks.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.disk.DiskOption;
import id.sidik.benchmarks.disk.ScratchFolder;
import id.sidik.benchmarks.options.Bounds;
import id.sidik.benchmarks.report.JsonFile;
import id.sidik.benchmarks.report.TextTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code audit}: durable appends a second by so many who write at once. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the gate's audit log: durable appends a second, how long each waited, and how often the disk was synced.",
            "Each append is acknowledged when it is on the disk. Measure on the disk that will be used (--data), with nothing else running."
        })
public final class AuditCommand implements Callable<Integer> {
    private static final int WRITERS_MAX = 1_000;
    private static final int SECONDS_MAX = 3_600;
    private static final int MISSING = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--writers",
            split = ",",
            paramLabel = "N,...",
            description = "How many write at once, a run for each. Default: 1,4,16,64,256.")
    private List<Integer> writers = List.of(1, 4, 16, 64, 256);

    @Option(names = "--seconds", paramLabel = "S", description = "Of each run, after a second to warm up. Default: 5.")
    private int seconds = 5;

    @Mixin
    private final DiskOption disk = new DiskOption();

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Where the figures go as JSON; the best run's come first.")
    private @Nullable Path json;

    /** Exits 0 when every acknowledged leaf was there afterwards, 1 when one was not. */
    @Override
    public Integer call() throws Exception {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it runs a command");
        }
        Bounds.require(spec, "--seconds", seconds, 1, SECONDS_MAX);
        for (int each : writers) {
            Bounds.require(spec, "--writers", each, 1, WRITERS_MAX);
        }
        PrintWriter out = spec.commandLine().getOut();
        List<AuditFigures> runs = new ArrayList<>();
        for (int each : writers) {
            runs.add(measure(each));
        }
        out.print(table(runs));
        out.flush();
        if (json != null) {
            JsonFile.write(json(runs), json);
        }
        return runs.stream().allMatch(run -> run.missing() == 0) ? 0 : MISSING;
    }

    private AuditFigures measure(int each) throws Exception {
        try (ScratchFolder folder = disk.scratch("sidik-audit")) {
            return new AuditLoad(folder.path()).run(each, Duration.ofSeconds(1), Duration.ofSeconds(seconds));
        }
    }

    private static TextTable table(List<AuditFigures> runs) {
        TextTable table = new TextTable(
                "writers", "appends/s", "p50 ms", "p99 ms", "appends", "syncs", "appends a sync", "missing");
        for (AuditFigures run : runs) {
            table.row(
                    Integer.toString(run.writers()),
                    TextTable.number(run.appendsPerSecond(), 0),
                    TextTable.number(run.p50Millis(), 2),
                    TextTable.number(run.p99Millis(), 2),
                    Long.toString(run.appends()),
                    Long.toString(run.syncs()),
                    TextTable.number((double) run.appends() / Math.max(1, run.syncs()), 1),
                    Long.toString(run.missing()));
        }
        return table;
    }

    private static ObjectNode json(List<AuditFigures> runs) {
        ObjectNode figures = runs.stream()
                .max(Comparator.comparingDouble(AuditFigures::appendsPerSecond))
                .orElseThrow()
                .json();
        ArrayNode all = figures.putArray("runs");
        runs.forEach(run -> all.add(run.json()));
        return figures;
    }
}

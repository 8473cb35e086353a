package id.sidik.benchmarks.bridgestart;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.disk.DiskOption;
import id.sidik.benchmarks.disk.ScratchFolder;
import id.sidik.benchmarks.options.Bounds;
import id.sidik.benchmarks.processes.ServiceChild;
import id.sidik.benchmarks.processes.ServiceChild.Service;
import id.sidik.benchmarks.rates.Medians;
import id.sidik.benchmarks.report.JsonFile;
import id.sidik.benchmarks.report.TextTable;
import id.sidik.wire.process.RunFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bridge-start}: from a cold process to a counter that can serve. */
@Command(
        name = "bridge-start",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Starts the real bridge, with and without the classes that an earlier start left, in front of an emulated scanner and a",
            "gate that only says that it is there; measures the time until /health/ready says so, and the memory then and after captures.",
            "The launcher gives the options of the profile kiosk."
        })
public final class BridgeStartCommand implements Callable<Integer> {
    private static final int ROUNDS_MAX = 100;
    private static final int CAPTURES_MAX = 1_000;
    private static final long READY_NANOS_MAX = TimeUnit.MINUTES.toNanos(1);

    /** Whoever asks without a pause takes time from the bridge. */
    private static final Duration ASK_EVERY = Duration.ofMillis(5);

    private static final double NANOS_PER_MILLI = 1e6;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--rounds", paramLabel = "N", description = "Starts of each kind. Default: ${DEFAULT-VALUE}.")
    private int rounds = 5;

    @Option(names = "--captures", paramLabel = "N", description = "Checks after each start. Default: ${DEFAULT-VALUE}.")
    private int captures = 20;

    @Option(names = "--class-path", required = true, paramLabel = "PATH", description = "That holds the bridge.")
    private String classPath = "";

    @Option(
            names = "--jvm-options",
            required = true,
            paramLabel = "WORDS",
            description = "Of the bridge's virtual machine, as one argument.")
    private String jvmOptions = "";

    @Mixin
    private final DiskOption disk = new DiskOption();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures for programs, too.")
    private @Nullable Path json;

    /** Exits 0 when every start served. */
    @Override
    public Integer call() throws Exception {
        CommandSpec command = Objects.requireNonNull(spec);
        Bounds.require(command, "--rounds", rounds, 1, ROUNDS_MAX);
        Bounds.require(command, "--captures", captures, 1, CAPTURES_MAX);
        try (ScratchFolder folder = disk.scratch("sidik-bridge-start");
                Surroundings around = Surroundings.in(folder.path(), captures);
                HttpClient client = HttpClient.newHttpClient()) {
            Path cache = folder.path().resolve("bridge.aot");
            List<MeasuredStart> without = starts(around, client, folder.path(), List.of());
            learn(around, client, folder.path(), cache);
            List<MeasuredStart> with = starts(around, client, folder.path(), List.of("-XX:AOTCache=" + cache));
            command.commandLine().getOut().print(table(without, with));
            command.commandLine().getOut().flush();
            if (json != null) {
                ObjectNode figures = JsonMapper.builder().build().createObjectNode();
                figures.put("rounds", rounds).put("captures", captures).put("jvmOptions", jvmOptions);
                put(figures.putObject("withoutCache"), without);
                put(figures.putObject("withCache"), with);
                JsonFile.write(figures, json);
            }
        }
        return 0;
    }

    /** A start and an end, as the launcher's and the package's: the virtual machine writes the file when it ends. */
    private void learn(Surroundings around, HttpClient client, Path data, Path cache)
            throws IOException, InterruptedException {
        try (ServiceChild bridge = bridge(around, data, List.of("-XX:AOTCacheOutput=" + cache))) {
            awaitReady(bridge, client, data);
            bridge.stop();
        }
    }

    private List<MeasuredStart> starts(Surroundings around, HttpClient client, Path data, List<String> more)
            throws IOException, InterruptedException {
        List<MeasuredStart> starts = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            long began = System.nanoTime();
            try (ServiceChild bridge = bridge(around, data, more)) {
                awaitReady(bridge, client, data);
                double millis = (System.nanoTime() - began) / NANOS_PER_MILLI;
                ResidentMemory ready = ResidentMemory.of(bridge.pid());
                around.captureAll(bridge.address());
                starts.add(new MeasuredStart(millis, ready, ResidentMemory.of(bridge.pid())));
                bridge.stop();
            }
        }
        return starts;
    }

    private ServiceChild bridge(Surroundings around, Path data, List<String> more)
            throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(Arrays.asList(jvmOptions.strip().split("\\s+")));
        options.addAll(more);
        return ServiceChild.start(Service.BRIDGE, data, classPath, options, around.settings());
    }

    private static void awaitReady(ServiceChild bridge, HttpClient client, Path data)
            throws IOException, InterruptedException {
        String kiosk = RunFile.read(data, "bridge").orElseThrow().getOrDefault("kiosk", "");
        HttpRequest question =
                HttpRequest.newBuilder(URI.create(kiosk + "health/ready")).build();
        long began = System.nanoTime();
        while (client.send(question, BodyHandlers.ofString()).statusCode() != 200) {
            if (bridge.endsWithin(ASK_EVERY) || System.nanoTime() - began > READY_NANOS_MAX) {
                throw new IllegalStateException("the bridge serves and is not ready; see bridge.log in " + data);
            }
        }
    }

    private TextTable table(List<MeasuredStart> without, List<MeasuredStart> with) {
        return row(
                row(
                        new TextTable(
                                "cache of classes",
                                "ready, ms",
                                "slowest",
                                "RSS then, MiB",
                                "of it anonymous",
                                "RSS after " + captures + " captures",
                                "of it anonymous",
                                "peak"),
                        "without",
                        without),
                "with",
                with);
    }

    private static TextTable row(TextTable table, String name, List<MeasuredStart> starts) {
        return table.row(
                name,
                TextTable.number(median(starts, MeasuredStart::readyMillis), 0),
                TextTable.number(slowest(starts), 0),
                TextTable.number(median(starts, start -> start.ready().rssMib()), 0),
                TextTable.number(median(starts, start -> start.ready().anonymousMib()), 0),
                TextTable.number(median(starts, start -> start.served().rssMib()), 0),
                TextTable.number(median(starts, start -> start.served().anonymousMib()), 0),
                TextTable.number(median(starts, start -> start.served().peakRssMib()), 0));
    }

    private static void put(ObjectNode figures, List<MeasuredStart> starts) {
        figures.put("readyMillisMedian", median(starts, MeasuredStart::readyMillis));
        figures.put("readyMillisMax", slowest(starts));
        figures.put("readyRssMib", median(starts, start -> start.ready().rssMib()));
        figures.put("readyAnonymousMib", median(starts, start -> start.ready().anonymousMib()));
        figures.put("servedRssMib", median(starts, start -> start.served().rssMib()));
        figures.put("servedAnonymousMib", median(starts, start -> start.served().anonymousMib()));
        figures.put("servedPeakRssMib", median(starts, start -> start.served().peakRssMib()));
    }

    private static double slowest(List<MeasuredStart> starts) {
        return starts.stream().mapToDouble(MeasuredStart::readyMillis).max().orElse(Double.NaN);
    }

    private static double median(List<MeasuredStart> starts, ToDoubleFunction<MeasuredStart> figure) {
        return Medians.of(starts.stream().mapToDouble(figure));
    }
}

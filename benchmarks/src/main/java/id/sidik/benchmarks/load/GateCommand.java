package id.sidik.benchmarks.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.disk.DiskOption;
import id.sidik.benchmarks.disk.ScratchFolder;
import id.sidik.benchmarks.options.Bounds;
import id.sidik.benchmarks.report.JsonFile;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.GetAuditHeadRequest;
import id.sidik.wire.trust.Role;
import io.grpc.ManagedChannel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gate}: eligibility decisions and gates with a finger, at rising rates, until no more are borne. */
@Command(
        name = "gate",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a matcher and a gate of their own and asks them, over mutual TLS, at rates that rise until they are not held:",
            "first by number alone, then with a finger each, compared 1:1. Questions are sent when it is their time, whatever became",
            "of those before (open loop), and latency counts from that time. Then at 70 % of saturation, and at twice of it. At the end",
            "the gate is killed and started again, and every answer is looked for in its audit log."
        })
public final class GateCommand implements Callable<Integer> {
    private static final int SECONDS_MAX = 600;
    private static final int COUNTERS_MAX = 64;
    private static final int RATE_MAX = 100_000;
    private static final double SHARE_OF_SATURATION = 0.7;
    /** A 99th percentile needs more questions than a step that only asks whether a rate is held. */
    private static final int LONGER_AT_70_PERCENT = 3;

    private static final int MISSING = 1;
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--members", paramLabel = "N", description = "Who may be asked about. Default: 500.")
    private int members = 500;

    @Option(names = "--counters", paramLabel = "N", description = "Connections, used in turn. Default: 8.")
    private int counters = 8;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "Of each step; three times as long at 70 %% of saturation. Default: 5.")
    private int seconds = 5;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            description = "Seconds of each kind before the first step, for the compilers. Default: 15.")
    private int warmUpSeconds = 15;

    @Option(
            names = "--from-rate",
            paramLabel = "R",
            description = "Questions a second of the first step. Default: 200.")
    private int fromRate = 200;

    @Option(names = "--seed", paramLabel = "S", description = "Of members, fingers and moments. Default: 1.")
    private long seed = 1;

    @Mixin
    private final DiskOption disk = new DiskOption();

    @Option(
            names = "--gate-jvm",
            paramLabel = "OPTION",
            description =
                    "A further option of the gate's virtual machine, for example of a flight recording; may be repeated.")
    private List<String> gateOptions = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Where the figures go as JSON.")
    private @Nullable Path json;

    /** Exits 0 when every acknowledged answer was in the audit afterwards, 1 when one was not. */
    @Override
    public Integer call() throws Exception {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it runs a command");
        }
        Bounds.require(spec, "--members", members, 1, Members.COUNT_MAX);
        Bounds.require(spec, "--counters", counters, 1, COUNTERS_MAX);
        Bounds.require(spec, "--seconds", seconds, 1, SECONDS_MAX);
        Bounds.require(spec, "--warm-up", warmUpSeconds, 0, SECONDS_MAX);
        Bounds.require(spec, "--from-rate", fromRate, 1, RATE_MAX);
        try (ScratchFolder folder = disk.scratch("sidik-load");
                GateBox box = GateBox.start(folder.path(), System.getProperty("java.class.path"), gateOptions)) {
            return measure(box, spec.commandLine().getOut());
        }
    }

    private int measure(GateBox box, PrintWriter out) throws Exception {
        InstantSource clock = InstantSource.system();
        say(out, "Registering %,d members with two fingers each", members);
        Members people = Members.register(
                members,
                seed,
                box.as(Role.BRIDGE),
                box.as(Role.OPERATOR),
                YearMonth.from(clock.instant().atZone(ZONE)));
        Acknowledged acknowledged = new Acknowledged();
        List<ManagedChannel> channels = box.counters(counters);
        OpenLoop loop = new OpenLoop(channels, acknowledged, clock);
        Climb decisions = climb("decisions by number alone", people::decisions, loop, out);
        Climb gates = climb("gates with a finger, 1:1", people::gates, loop, out);
        say(out, "Answers: %s", acknowledged.outcomes());
        String head = box.as(Role.AUDITOR)
                .getAuditHead(GetAuditHeadRequest.getDefaultInstance())
                .getCheckpoint();
        box.killAndRestartGate();
        long missing = acknowledged.sharedLeaves()
                + AuditAfterwards.missing(box.as(Role.AUDITOR), acknowledged.decisionIds(), head);
        say(
                out,
                "Audit, after kill -9 and a restart: %,d answers were acknowledged, %,d are missing",
                acknowledged.decisionIds().size(),
                missing);
        ObjectNode figures = figures(decisions, gates, missing);
        say(out, "%s", figures(decisions, gates, missing));
        if (json != null) {
            figures.set("decisions", decisions.json());
            figures.set("gates", gates.json());
            JsonFile.write(figures, json);
        }
        return missing == 0 ? 0 : MISSING;
    }

    private Climb climb(
            String what, IntFunction<List<CheckEligibilityRequest>> questions, OpenLoop loop, PrintWriter out)
            throws InterruptedException {
        say(out, "%n%s: %d s a step, after %d s to warm up", what, seconds, warmUpSeconds);
        if (warmUpSeconds > 0) {
            var _ = step(fromRate, warmUpSeconds, questions, loop);
        }
        say(out, "%10s %12s %9s %9s %9s %9s", "offered/s", "answered/s", "p50 ms", "p99 ms", "shed", "failed");
        Staircase staircase = new Staircase(rate -> shown("", step(rate, seconds, questions, loop), out));
        Step saturation = staircase.climb(fromRate);
        Step most = step(
                saturation.offeredPerSecond() * SHARE_OF_SATURATION, seconds * LONGER_AT_70_PERCENT, questions, loop);
        shown(" at 70 % of saturation", most, out);
        Step twice = step(saturation.offeredPerSecond() * 2, seconds, questions, loop);
        shown(
                String.format(
                        Locale.ROOT,
                        " at twice; refused within %.1f ms (p99)",
                        twice.refusals().millis(0.99)),
                twice,
                out);
        return new Climb(staircase.steps(), saturation, most, twice);
    }

    private Step step(
            double perSecond, int lasting, IntFunction<List<CheckEligibilityRequest>> questions, OpenLoop loop) {
        int count = (int) Math.max(1, Math.round(perSecond * lasting));
        try {
            return loop.ask(perSecond, SendTimes.poisson(perSecond, count, seed), questions.apply(count));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking", e);
        }
    }

    private static Step shown(String remark, Step step, PrintWriter out) {
        say(
                out,
                "%10.0f %12.0f %9.2f %9.2f %9d %9d%s",
                step.offeredPerSecond(),
                step.answeredPerSecond(),
                step.answers().millis(0.5),
                step.answers().millis(0.99),
                step.refusals().count(),
                step.failed(),
                remark);
        return step;
    }

    private static ObjectNode figures(Climb decisions, Climb gates, long missing) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("decisionsPerSecond", Math.round(decisions.saturation().answeredPerSecond()))
                .put("gatesPerSecond", Math.round(gates.saturation().answeredPerSecond()))
                .put("p50Millis", gates.at70Percent().answers().millis(0.5))
                .put(
                        "p99MillisAt70Percent",
                        Math.max(
                                decisions.at70Percent().answers().millis(0.99),
                                gates.at70Percent().answers().millis(0.99)))
                .put("shedAtTwiceSaturation", gates.twice().shedShare())
                .put("auditMissing", missing);
    }

    private static void say(PrintWriter out, String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}

package id.sidik.benchmarks.capture;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.disk.DiskOption;
import id.sidik.benchmarks.disk.ScratchFolder;
import id.sidik.benchmarks.load.GateBox;
import id.sidik.benchmarks.options.Bounds;
import id.sidik.benchmarks.report.JsonFile;
import id.sidik.bridge.browser.Chromium;
import id.sidik.bridge.counter.SampleForm;
import id.sidik.bridge.http.KioskMode;
import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.session.CapturePlan;
import id.sidik.wire.trust.Role;
import io.grpc.Channel;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code capture}: how long it takes from a finger on the glass to the answer on the page, and where the time goes. */
@Command(
        name = "capture",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a matcher and a gate of their own, and a counter with its kiosk page, and has members lay a finger on an emulated",
            "scanner, one after another. Counted from the look that saw the finger to the line of the answer that the page reads;",
            "then, in a real Chromium if there is one, from that line to the frame that shows the answer."
        })
public final class CaptureCommand implements Callable<Integer> {
    private static final int CAPTURES_MAX = 10_000;
    private static final int VISITORS_MAX = 1_000;
    private static final Duration READY_MAX = Duration.ofSeconds(20);
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--captures", paramLabel = "N", description = "With each scanner on USB. Default: 200.")
    private int captures = 200;

    @Option(
            names = "--slow-captures",
            paramLabel = "N",
            description = "With each scanner whose line is as slow as its baud. Default: 5.")
    private int slowCaptures = 5;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Captures before the first, for the compilers. Default: 100.")
    private int warmUp = 100;

    @Option(names = "--visitors", paramLabel = "N", description = "Members who come in turn. Default: 20.")
    private int visitors = 20;

    @Option(names = "--frames", paramLabel = "N", description = "As bridge.frames-max. Default: 1.")
    private int frames = 1;

    @Option(
            names = "--scanner",
            paramLabel = "NAME",
            converter = ScannerChoice.ByLabel.class,
            description = "usb, libfprint, 115200 or 57600; may be repeated. Default: all of them.")
    private Set<ScannerChoice> scanners = EnumSet.allOf(ScannerChoice.class);

    @Option(
            names = "--templates",
            description = "Send templates and not images, as bridge.send says it. The matcher does not extract then.")
    private boolean templates;

    @Option(
            names = "--drawn-captures",
            paramLabel = "N",
            description = "With the page in a real Chromium; 0 leaves that out. Default: 30.")
    private int drawnCaptures = 30;

    @Option(names = "--seed", paramLabel = "S", description = "Of the fingers. Default: 1.")
    private long seed = 1;

    @Mixin
    private final DiskOption disk = new DiskOption();

    @Option(names = "--json", paramLabel = "FILE", description = "Where the figures go as JSON.")
    private @Nullable Path json;

    /** Exits 0 when the figures are out; a member who is not granted breaks it off. */
    @Override
    public Integer call() throws Exception {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it runs a command");
        }
        Bounds.require(spec, "--captures", captures, 1, CAPTURES_MAX);
        Bounds.require(spec, "--slow-captures", slowCaptures, 1, CAPTURES_MAX);
        Bounds.require(spec, "--warm-up", warmUp, 0, CAPTURES_MAX);
        Bounds.require(spec, "--visitors", visitors, 1, VISITORS_MAX);
        Bounds.require(spec, "--drawn-captures", drawnCaptures, 0, CAPTURES_MAX);
        Bounds.require(spec, "--frames", frames, 1, CapturePlan.FRAMES_MAX);
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        try (ScratchFolder folder = disk.scratch("sidik-capture");
                GateBox box = GateBox.start(folder.path(), System.getProperty("java.class.path"), List.of());
                HttpClient browser = HttpClient.newHttpClient()) {
            Visitors people = Visitors.register(
                    visitors,
                    seed,
                    box.as(Role.BRIDGE),
                    box.as(Role.OPERATOR),
                    YearMonth.from(InstantSource.system().instant().atZone(ZONE)));
            Channel line = box.counters(1).getFirst();
            for (ScannerChoice choice : scanners) {
                Path ownFolder = Files.createDirectory(folder.path().resolve("bridge-" + choice.label()));
                measure(choice, people, line, browser, ownFolder)
                        .ifPresent(measured -> figures.set(choice.label(), measured.json()));
            }
            if (drawnCaptures > 0) {
                draw(people, line, Files.createDirectory(folder.path().resolve("bridge-drawn")))
                        .ifPresent(measured -> figures.set("drawing", measured.json()));
            }
        }
        if (json != null) {
            JsonFile.write(figures, json);
        }
        return 0;
    }

    private Optional<Measured> measure(
            ScannerChoice choice, Visitors people, Channel line, HttpClient browser, Path folder)
            throws IOException, InterruptedException {
        StageWatch watch = new StageWatch(System::nanoTime);
        SampleForm form = templates ? SampleForm.template() : SampleForm.image();
        try (Sensor sensor = choice.open(folder)) {
            if (sensor.scanner().readiness(Deadline.after(READY_MAX, System::nanoTime))
                    instanceof DeviceFault missing) {
                say(sensor.words() + ": left out, " + missing.detail());
                return Optional.empty();
            }
            try (MeasuredCounter counter =
                    new MeasuredCounter(sensor, watch, line, form, frames, KioskMode.SELF_SERVICE, folder)) {
                PersonAtKiosk person = new PersonAtKiosk(browser, counter.address(), sensor, watch);
                for (int i = 0; i < (choice.isSlow() ? 1 : warmUp); i++) {
                    var _ = person.check(people.next());
                }
                CaptureFigures figures = new CaptureFigures(sensor.words());
                for (int i = 0; i < (choice.isSlow() ? slowCaptures : captures); i++) {
                    person.check(people.next())
                            .ifPresentOrElse(stages -> figures.add(stages, watch.image()), figures::addAskedAgain);
                }
                Measured measured = figures.measured();
                say(measured.text());
                return Optional.of(measured);
            }
        }
    }

    /** The last stage, in a real browser at an attended counter, whose page draws the most. The first capture is not counted. */
    private Optional<Measured> draw(Visitors people, Channel line, Path folder) throws IOException {
        Optional<String> missing = Chromium.missing();
        if (missing.isPresent()) {
            say("LEFT OUT: how long the browser draws the answer was NOT measured: " + missing.get());
            return Optional.empty();
        }
        StageWatch watch = new StageWatch(System::nanoTime);
        SampleForm form = templates ? SampleForm.template() : SampleForm.image();
        try (Sensor sensor = ScannerChoice.USB.open(folder);
                MeasuredCounter counter =
                        new MeasuredCounter(sensor, watch, line, form, frames, KioskMode.ATTENDED, folder);
                Chromium chromium = Chromium.start()) {
            chromium.open("http://" + counter.address() + "/");
            PersonAtScreen person = new PersonAtScreen(chromium, sensor);
            var _ = person.check(people.next());
            List<Map<Drawn, Long>> drawn = new ArrayList<>();
            for (int i = 0; i < drawnCaptures; i++) {
                drawn.add(person.check(people.next()));
            }
            Measured measured = Measured.drawn("the page in Chromium " + chromium.version(), drawn);
            say(measured.text());
            return Optional.of(measured);
        }
    }

    private void say(String text) {
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(text);
            out.flush();
        }
    }
}

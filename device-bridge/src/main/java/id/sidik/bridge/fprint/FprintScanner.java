package id.sidik.bridge.fprint;

import id.sidik.bridge.fprint.ChildAnswer.Failed;
import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.scanner.Detection;
import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.DeviceFault.Kind;
import id.sidik.bridge.scanner.FingerScanner;
import id.sidik.bridge.scanner.ImageTransfer;
import id.sidik.bridge.scanner.Light;
import id.sidik.bridge.scanner.Readiness;
import id.sidik.bridge.scanner.TransferProgress;
import id.sidik.engine.image.FingerImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A USB reader through libfprint, which runs in a child process: a driver that crashes or hangs costs a new process and
 * nothing else. The library waits for a finger and then gives its whole image, so a look asks whether it has. Its images
 * carry no resolution; ours comes from the table.
 */
public final class FprintScanner implements FingerScanner {
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(100);

    /** For the start of a process and the opening of a reader; what takes longer hangs. */
    private static final Duration OPENING_MAX = Duration.ofSeconds(15);

    private final UsbReader reader;
    private final List<String> command;
    private final Map<String, String> environment;
    private final LongSupplier nanoTime;
    private @Nullable ReaderProcess process;
    /** Until when the running question must be answered with "open"; null when none runs. */
    private @Nullable Deadline opening;

    private boolean opened;
    private @Nullable FingerImage found;

    /**
     * A reader whose process is started when it is first needed.
     *
     * @param command starts the process, which takes the driver's name from its last argument
     * @param environment of the process, beside ours
     */
    public FprintScanner(
            UsbReader reader, List<String> command, Map<String, String> environment, LongSupplier nanoTime) {
        this.reader = reader;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.nanoTime = nanoTime;
    }

    /** The command that starts the process with the classes and the virtual machine of this one. */
    public static List<String> childCommand(UsbReader reader) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "id.sidik.bridge.fprint.child.FprintChild",
                reader.driver());
    }

    @Override
    public String model() {
        return reader.model();
    }

    @Override
    public Readiness readiness(Deadline deadline) {
        if (opening != null) {
            return new Readiness.Ready(reader.model(), reader.widthPx(), reader.heightPx(), reader.dpi());
        }
        try {
            ask(ReaderProcess.PROBE);
            ChildAnswer answer = awaitOpened(deadline);
            opening = null;
            return answer instanceof ChildAnswer.Opened
                    ? new Readiness.Ready(reader.model(), reader.widthPx(), reader.heightPx(), reader.dpi())
                    : faultOf(answer, deadline);
        } catch (IOException e) {
            return cannotStart(e);
        } catch (InterruptedException e) {
            return cancelled();
        }
    }

    /** A process that has ended since the last look is replaced at once. */
    @Override
    public Detection detectFinger(Deadline deadline) {
        Detection seen = look(deadline);
        return seen instanceof DeviceFault fault && fault.kind() == Kind.DRIVER_FAILED ? look(deadline) : seen;
    }

    private Detection look(Deadline deadline) {
        found = null;
        try {
            if (opening == null) {
                ask(ReaderProcess.CAPTURE);
            }
            if (!opened) {
                ChildAnswer answer = awaitOpened(deadline);
                if (!(answer instanceof ChildAnswer.Opened)) {
                    return faultOf(answer, deadline);
                }
                opened = true;
            }
            return seen(running().answer(deadline.within(LOOK_INTERVAL)), deadline);
        } catch (IOException e) {
            return cannotStart(e);
        } catch (InterruptedException e) {
            return cancelled();
        }
    }

    private Detection seen(@Nullable ChildAnswer answer, Deadline deadline) {
        if (answer == null) {
            return new Detection.NoFinger();
        }
        opening = null;
        return switch (answer) {
            case ChildAnswer.Image image -> {
                ChildAnswer.Grey grey = image.grey();
                found = FingerImage.of(grey.widthPx(), grey.heightPx(), reader.dpi(), grey.pixels());
                yield new Detection.FingerPresent();
            }
            case ChildAnswer.Retry _ -> new Detection.PoorImpression();
            case Failed _, ChildAnswer.Opened _ -> faultOf(answer, deadline);
        };
    }

    /** It is here already; a second transfer of it is refused. */
    @Override
    public ImageTransfer transferImage(Deadline deadline, TransferProgress progress) {
        FingerImage image = found;
        found = null;
        if (image == null) {
            return new DeviceFault(Kind.REFUSED, "no finger was found that an image could be of; look first");
        }
        int bytes = image.widthPx() * image.heightPx();
        progress.received(bytes, bytes);
        return new ImageTransfer.Received(image);
    }

    /**
     * The library drives the lamp. When nobody is being served any more, a capture that still waits is ended with its
     * process, lest the next person's capture begin with a finger that somebody laid down in between.
     */
    @Override
    public void show(Light light, Deadline deadline) {
        if (light == Light.OFF && opening != null) {
            close();
        }
    }

    @Override
    public void close() {
        opening = null;
        opened = false;
        found = null;
        if (process != null) {
            process.close();
            process = null;
        }
    }

    private void ask(byte question) throws IOException {
        running().ask(question);
        opening = Deadline.after(OPENING_MAX, nanoTime);
        opened = false;
    }

    private ReaderProcess running() throws IOException {
        ReaderProcess current = process;
        if (current == null) {
            current = new ReaderProcess(command, environment);
            process = current;
        }
        return current;
    }

    private @Nullable ChildAnswer awaitOpened(Deadline deadline) throws IOException, InterruptedException {
        return running().answer(opening == null || opening.left().compareTo(deadline.left()) > 0 ? deadline : opening);
    }

    /** Ends the process: a new one finds a reader that was plugged in, and knows nothing of what went wrong. */
    private DeviceFault faultOf(@Nullable ChildAnswer answer, Deadline deadline) {
        boolean hangs = opening != null && opening.hasPassed();
        if (answer == null && !hangs && deadline.hasPassed()) {
            close();
            return new DeviceFault(Kind.NOT_ANSWERING, "no time was left for the reader's driver to start");
        }
        close();
        return switch (answer) {
            case null ->
                new DeviceFault(
                        Kind.DRIVER_FAILED,
                        "the reader's driver hung for " + OPENING_MAX.toSeconds() + " s and is started again");
            case Failed failed -> new DeviceFault(kindOf(failed.reason()), failed.detail());
            case ChildAnswer.Opened _, ChildAnswer.Image _, ChildAnswer.Retry _ ->
                new DeviceFault(Kind.DRIVER_FAILED, "the reader's driver answered out of turn and is started again");
        };
    }

    private static Kind kindOf(ChildAnswer.Reason reason) {
        return switch (reason) {
            case ABSENT -> Kind.ABSENT;
            case REMOVED -> Kind.UNPLUGGED;
            case DENIED -> Kind.NO_PERMISSION;
            case LIBRARY_MISSING -> Kind.DRIVER_MISSING;
            case DRIVER -> Kind.REFUSED;
            case ENDED -> Kind.DRIVER_FAILED;
        };
    }

    private DeviceFault cannotStart(IOException e) {
        close();
        return new DeviceFault(Kind.DRIVER_MISSING, "the reader's driver can not be started: " + e.getMessage());
    }

    private DeviceFault cancelled() {
        close();
        Thread.currentThread().interrupt();
        return new DeviceFault(Kind.CANCELLED, "the wait for a finger was cancelled; start the capture again");
    }

    /** For tests of crashes; null when none runs. */
    @Nullable
    ProcessHandle child() {
        return process == null ? null : process.handle();
    }
}

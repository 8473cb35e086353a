package id.sidik.bridge.fprint.child;

import id.sidik.bridge.fprint.ChildAnswer;
import id.sidik.bridge.fprint.ChildAnswer.Failed;
import id.sidik.bridge.fprint.ChildAnswer.Reason;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The process with the library: commands in, one byte each, {@link ChildAnswer}s out. One context, and a reader that is opened
 * for each capture and closed after it, because drivers are known to crash otherwise. Ends when its parent does.
 */
public final class FprintChild {
    private static final int COMMANDS_MAX = 8;

    private final Libfprint library;
    private final String driver;
    private final DataOutputStream answers;

    private FprintChild(Libfprint library, String driver, DataOutputStream answers) {
        this.library = library;
        this.driver = driver;
        this.answers = answers;
    }

    /**
     * Serves until the standard input ends.
     *
     * @param arguments libfprint's name of the driver, last
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (DataOutputStream answers = new DataOutputStream(new BufferedOutputStream(StandardOutput.claim()))) {
            BlockingQueue<Integer> commands = commands();
            Libfprint library;
            try {
                library = new Libfprint();
            } catch (IllegalArgumentException e) {
                commands.take();
                new Failed(
                                Reason.LIBRARY_MISSING,
                                Libfprint.LIBRARY + " can not be loaded; sudo apt-get install libfprint-2-2")
                        .writeTo(answers);
                return;
            }
            FprintChild child = new FprintChild(library, arguments[arguments.length - 1], answers);
            while (true) {
                child.obey(commands.take());
            }
        }
    }

    /** A capture waits in native code and hears nothing, so another thread notices the parent's end. */
    private static BlockingQueue<Integer> commands() {
        BlockingQueue<Integer> commands = new LinkedBlockingQueue<>(COMMANDS_MAX);
        InputStream in = System.in;
        Thread.ofPlatform().daemon().name("commands").start(() -> {
            try {
                int command = in.read();
                while (command >= 0) {
                    commands.put(command);
                    command = in.read();
                }
            } catch (IOException e) {
                System.exit(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            System.exit(0);
        });
        return commands;
    }

    private void obey(int command) throws IOException {
        MemorySegment device = find();
        if (device.equals(MemorySegment.NULL)) {
            new Failed(Reason.ABSENT, "no USB reader of the driver " + driver + " is plugged in; plug it in")
                    .writeTo(answers);
        } else if (command == 'c') {
            capture(device);
        } else {
            new ChildAnswer.Opened().writeTo(answers);
        }
    }

    private MemorySegment find() {
        for (int i = 0; i < library.deviceCount(); i++) {
            MemorySegment device = library.device(i);
            if (library.driverOf(device).equals(driver)) {
                return device;
            }
        }
        return MemorySegment.NULL;
    }

    private void capture(MemorySegment device) throws IOException {
        if (!library.open(device)) {
            answerOf(library.failure()).writeTo(answers);
            return;
        }
        new ChildAnswer.Opened().writeTo(answers);
        MemorySegment image = library.capture(device);
        if (image.equals(MemorySegment.NULL)) {
            answerOf(library.failure()).writeTo(answers);
        } else {
            new ChildAnswer.Image(new ChildAnswer.Grey(
                            library.widthPx(image), library.heightPx(image), library.pixels(image)))
                    .writeTo(answers);
            library.free(image);
        }
        library.close(device);
    }

    /** GUsb words a closed device node in text only. */
    private ChildAnswer answerOf(Libfprint.Failure failure) {
        if (library.isRetry(failure)) {
            return new ChildAnswer.Retry();
        }
        String words = failure.message().toLowerCase(Locale.ROOT);
        if (words.contains("removed") || words.contains("no such device") || words.contains("disconnected")) {
            return new Failed(
                    Reason.REMOVED, "the reader was pulled out (" + failure.message() + "); plug it in again");
        }
        if (words.contains("access denied") || words.contains("permission")) {
            return new Failed(
                    Reason.DENIED,
                    "the reader is closed to the bridge's user (" + failure.message()
                            + "); install the udev rule, see ./sidik doctor");
        }
        return new Failed(
                Reason.DRIVER,
                "the reader's driver says: " + failure.message() + "; unplug the reader for ten seconds");
    }
}

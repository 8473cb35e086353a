package id.sidik.bridge.fprint;

import static java.util.Objects.requireNonNull;

import id.sidik.bridge.emulator.VirtualReader;
import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.scanner.Detection;
import id.sidik.bridge.scanner.Detection.NoFinger;
import id.sidik.bridge.scanner.ImageTransfer;
import id.sidik.bridge.scanner.ImageTransfer.Received;
import id.sidik.bridge.scanner.Light;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** A virtual reader, its driver and its process, on which a fault is played. */
final class ReaderStage implements AutoCloseable {
    private static final int WIDTH_PX = VirtualReader.READER.widthPx();
    private static final int HEIGHT_PX = VirtualReader.READER.heightPx();
    private static final int GIANT_HEIGHT_PX = 100;
    private static final byte[] FINGER = noise(WIDTH_PX * HEIGHT_PX);
    /** Looks of a tenth of a second each, for whom a sight is due, which the library may take its time for. */
    private static final int LOOKS_MAX = 300;
    /** And for whom none is. */
    private static final int GLANCES = 5;

    private static final Duration JUMP = Duration.ofMinutes(1);

    private final Path program;
    private final Path times;
    private final Path library;
    private final VirtualReader reader;
    private final int brokenTimes;
    private final FprintScanner scanner;
    private final AtomicLong jumpedNanos = new AtomicLong();
    private boolean jumps;
    private Optional<ProcessHandle> remembered = Optional.empty();

    /**
     * Nothing is wrong yet but what its process is made with.
     *
     * @param folder for sockets and the like, empty
     * @param brokenHow what {@link FrailChild} does at first; empty for the process as it is
     * @param brokenTimes how often
     */
    ReaderStage(Path folder, String brokenHow, int brokenTimes) throws IOException {
        Path socket = folder.resolve("reader");
        times = Files.createDirectory(folder.resolve("times"));
        this.brokenTimes = brokenTimes;
        for (int i = 0; i < brokenTimes; i++) {
            Files.createFile(times.resolve(String.valueOf(i)));
        }
        Path libraries = Files.createDirectory(folder.resolve("libraries"));
        library = libraries.resolve("libfprint-2.so.2");
        program = folder.resolve("java");
        reader = new VirtualReader(socket);
        scanner = new FprintScanner(
                VirtualReader.READER,
                command(brokenHow),
                Map.of("FP_VIRTUAL_IMAGE", socket.toString(), "LD_LIBRARY_PATH", libraries.toString()),
                this::nanoTime);
    }

    private List<String> command(String brokenHow) throws IOException {
        List<String> command = new ArrayList<>(FprintScanner.childCommand(VirtualReader.READER));
        Files.createSymbolicLink(program, Path.of(command.getFirst()));
        command.set(0, program.toString());
        if (!brokenHow.isEmpty()) {
            int main = command.size() - 2;
            command.set(main, FrailChild.class.getName());
            command.addAll(main + 1, List.of(brokenHow, times.toString()));
        }
        return command;
    }

    private long nanoTime() {
        return System.nanoTime() + (jumps ? jumpedNanos.addAndGet(JUMP.toNanos()) : jumpedNanos.get());
    }

    VirtualReader reader() {
        return reader;
    }

    FprintScanner scanner() {
        return scanner;
    }

    /** The program that runs the reader's process is not there. */
    void takeProgramAway() throws IOException {
        Files.move(program, program.resolveSibling("away"));
    }

    /** The library is there and can not be loaded. */
    void spoilLibrary() throws IOException {
        Files.createFile(library);
    }

    /** From now on a minute passes whenever the driver looks at its clock. */
    void letTimeJump() {
        jumps = true;
    }

    /** Waits for a finger, which nobody lays down. */
    void waitForFinger() {
        Detection seen = scanner.detectFinger(soon());
        if (!(seen instanceof NoFinger)) {
            throw new AssertionError("a reader that waits for a finger said " + seen);
        }
    }

    void showFinger() throws IOException {
        reader.show(WIDTH_PX, HEIGHT_PX, FINGER);
    }

    void showHalfAFinger() throws IOException {
        reader.showHalf(WIDTH_PX, HEIGHT_PX, FINGER);
    }

    /** Low as well as too wide, because the library looks for minutiae in it first. The process does not survive it. */
    void showGiant() throws IOException {
        int widthPx = UsbReader.SIDE_MAX_PX + 1;
        ProcessHandle process = process();
        reader.show(widthPx, GIANT_HEIGHT_PX, noise(widthPx * GIANT_HEIGHT_PX));
        process.onExit().join();
    }

    void rememberProcess() {
        remembered = Optional.of(process());
    }

    /** Whether the process that was remembered still runs. */
    boolean hasSameProcess() {
        return remembered.equals(Optional.ofNullable(scanner.child()));
    }

    void killProcess() {
        ProcessHandle process = process();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** The process hangs where no signal but the last reaches it. */
    void stopProcess() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-STOP", String.valueOf(process().pid()))
                .start()
                .waitFor();
    }

    private ProcessHandle process() {
        return requireNonNull(scanner.child(), "no process runs");
    }

    /** What is seen next, once something is. */
    Detection nextSight() {
        return seenWithin(LOOKS_MAX);
    }

    /** What a few looks see. */
    Detection glance() {
        return seenWithin(GLANCES);
    }

    private Detection seenWithin(int looksMax) {
        Detection seen = new NoFinger();
        for (int looks = 0; looks < looksMax && seen instanceof NoFinger; looks++) {
            seen = scanner.detectFinger(soon());
        }
        return seen;
    }

    ImageTransfer transfer() {
        return scanner.transferImage(soon(), (_, _) -> {});
    }

    static boolean isFinger(Received received) {
        return Arrays.equals(received.image().pixels(), FINGER);
    }

    /** The person goes, and nobody is served any more. */
    void endSession() {
        scanner.show(Light.OFF, soon());
    }

    /** A person mends whatever it was. */
    void heal() throws IOException {
        jumps = false;
        Files.deleteIfExists(library);
        for (int i = 0; i < brokenTimes; i++) {
            Files.deleteIfExists(times.resolve(String.valueOf(i)));
        }
        Path away = program.resolveSibling("away");
        if (Files.exists(away)) {
            Files.move(away, program);
        }
    }

    @Override
    public void close() {
        scanner.close();
    }

    static Deadline soon() {
        return Deadline.after(Duration.ofSeconds(60), System::nanoTime);
    }

    private static byte[] noise(int bytes) {
        byte[] pixels = new byte[bytes];
        new SplittableRandom(bytes).nextBytes(pixels);
        return pixels;
    }
}

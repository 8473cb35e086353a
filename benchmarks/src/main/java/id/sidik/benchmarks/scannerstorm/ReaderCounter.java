package id.sidik.benchmarks.scannerstorm;

import id.sidik.bridge.emulator.VirtualReader;
import id.sidik.bridge.fprint.FprintScanner;
import id.sidik.bridge.scanner.Detection;
import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.FingerScanner;
import id.sidik.bridge.scanner.Light;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** libfprint's virtual reader, driven by the installed library in a child process as every USB reader is. Needs libfprint-2-2. */
final class ReaderCounter implements StormCounter {
    /** What can be wrong with it. */
    private enum Fault {
        NONE,
        RETRY,
        ERROR,
        UNPLUG,
        HALF_IMAGE,
        GIANT_IMAGE,
        PROCESS_KILLED
    }

    private static final int RETRIES = 4;
    private static final int ERRORS = 9;
    private static final int LOOKS_MAX = 20;
    private static final int WIDTH_PX = VirtualReader.READER.widthPx();
    private static final int HEIGHT_PX = VirtualReader.READER.heightPx();
    /** Wider than any reader's; low, because the library looks for minutiae in it first. */
    private static final int GIANT_WIDTH_PX = 1_025;

    private static final int GIANT_HEIGHT_PX = 100;

    private final RandomGenerator random;
    private final VirtualReader reader;
    private final FingerScanner scanner;
    private final StormTally tally = new StormTally();

    /**
     * A reader that is plugged in.
     *
     * @param folder for its socket
     * @throws IOException with the cure, if the library is not there
     */
    ReaderCounter(Path folder, RandomGenerator random) throws IOException {
        Path socket = folder.resolve("usb-reader");
        this.random = random;
        this.reader = new VirtualReader(socket);
        this.scanner = new FprintScanner(
                VirtualReader.READER,
                FprintScanner.childCommand(VirtualReader.READER),
                Map.of("FP_VIRTUAL_IMAGE", socket.toString()),
                System::nanoTime);
        if (scanner.readiness(StormCounter.deadline()) instanceof DeviceFault fault) {
            scanner.close();
            throw new IOException(fault.detail());
        }
    }

    @Override
    public void capture() {
        byte[] finger = noise(WIDTH_PX * HEIGHT_PX);
        Fault fault = drawFault();
        if (fault != Fault.NONE) {
            tally.faulted();
        }
        Optional<String> excuse = fault == Fault.HALF_IMAGE ? Optional.of("image of half a finger") : Optional.empty();
        boolean captured = tally.ended(once(finger, fault), finger, excuse);

        scanner.show(Light.OFF, StormCounter.deadline()); // the session ends, whatever came of it
        for (int calls = 0; !captured && calls < RECOVERY_CALLS_MAX; calls++) {
            captured = tally.ended(once(finger, Fault.NONE), finger, Optional.empty());
        }
        if (!captured) {
            tally.foundNoRecovery();
        }
    }

    private Fault drawFault() {
        Fault[] faults = Fault.values();
        return random.nextInt(100) < FAULTY_PERCENT ? faults[random.nextInt(faults.length)] : Fault.NONE;
    }

    /** Waits for a finger, lays one down or gets something wrong, and looks until something is seen. */
    private Object once(byte[] finger, Fault fault) {
        Detection seen = scanner.detectFinger(StormCounter.deadline());
        if (seen instanceof Detection.NoFinger) {
            play(fault, finger);
        }
        for (int looks = 0; looks < LOOKS_MAX && seen instanceof Detection.NoFinger; looks++) {
            seen = scanner.detectFinger(StormCounter.deadline());
        }
        return seen instanceof Detection.FingerPresent
                ? scanner.transferImage(StormCounter.deadline(), (_, _) -> {})
                : seen;
    }

    private void play(Fault fault, byte[] finger) {
        try {
            switch (fault) {
                case NONE -> reader.show(WIDTH_PX, HEIGHT_PX, finger);
                case RETRY -> reader.smudge(random.nextInt(RETRIES));
                case ERROR -> reader.fail(random.nextInt(ERRORS));
                case UNPLUG -> reader.unplug();
                case HALF_IMAGE -> reader.showHalf(WIDTH_PX, HEIGHT_PX, finger);
                case GIANT_IMAGE ->
                    reader.show(GIANT_WIDTH_PX, GIANT_HEIGHT_PX, noise(GIANT_WIDTH_PX * GIANT_HEIGHT_PX));
                case PROCESS_KILLED ->
                    // The reader's process is the only one that a storm starts.
                    ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the virtual reader does not listen", e);
        }
    }

    private byte[] noise(int bytes) {
        byte[] pixels = new byte[bytes];
        random.nextBytes(pixels);
        return pixels;
    }

    @Override
    public StormTally tally() {
        return tally;
    }

    @Override
    public void close() {
        scanner.close();
    }
}

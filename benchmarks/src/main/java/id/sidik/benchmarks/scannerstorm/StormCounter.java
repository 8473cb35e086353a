package id.sidik.benchmarks.scannerstorm;

import id.sidik.bridge.emulator.ScannerEmulator;
import id.sidik.bridge.emulator.SensorFault;
import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.link.SerialLink;
import id.sidik.bridge.scanner.Detection;
import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.ImageTransfer;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.scanner.SerialScanner;
import id.sidik.engine.image.FingerImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator.SplittableGenerator;

/** An emulated module and the one driver that it has from the first capture to the last. One thread at a time. */
final class StormCounter {
    /** Half of the captures are without a fault. */
    private static final int FAULTY_PERCENT = 50;
    /** A new finger is not seen by the first look, and a module at another baud is found by the second call. */
    private static final int LOOKS_MAX = 4;

    private static final int RECOVERY_CALLS_MAX = 8;
    /** Short, because silence is waited for thousands of times. */
    private static final Duration COMMAND_TIMEOUT = Duration.ofMillis(150);

    private static final Duration CALL_MAX = Duration.ofSeconds(20);
    private static final int FULL_SPEED = 0;

    private final List<FingerImage> fingers;
    private final SplittableGenerator random;
    private final List<SensorFault> faults;
    private final ScannerEmulator emulator;
    private final SerialScanner scanner;
    private final SortedMap<String, Integer> outcomes = new TreeMap<>();
    private int faulty;
    private int wrongImages;
    private int unrecovered;

    /** Plugs the module in, below {@code folder}. */
    StormCounter(
            ScannerProfile described, Path folder, int number, List<FingerImage> fingers, SplittableGenerator random)
            throws IOException {
        ScannerProfile model = described.withTimeouts(Duration.ZERO, COMMAND_TIMEOUT);
        Path port = folder.resolve(model.model() + "-" + number);
        this.fingers = fingers;
        this.random = random;
        this.faults =
                ScannerEmulator.faultsOf(model.protocol()).stream().sorted().toList();
        this.emulator = new ScannerEmulator(port, model, FULL_SPEED, random.split());
        this.scanner = new SerialScanner(new SerialLink(folder.resolve("native")), port, model);
        emulator.plug();
    }

    /** Captures {@code count} fingers, each after the module has recovered from the one before. */
    void capture(int count) {
        for (int i = 0; i < count; i++) {
            capture();
        }
    }

    private void capture() {
        FingerImage finger = fingers.get(random.nextInt(fingers.size()));
        SensorFault fault = drawFault();
        faulty += fault == SensorFault.NONE ? 0 : 1;
        emulator.layFinger(finger);
        emulator.fault(fault);
        boolean captured = isCaptured(once(), finger, fault);

        emulator.fault(SensorFault.NONE);
        plug();
        for (int calls = 0; !captured && calls < RECOVERY_CALLS_MAX; calls++) {
            captured = isCaptured(once(), finger, SensorFault.NONE);
        }
        unrecovered += captured ? 0 : 1;
    }

    private void plug() {
        try {
            emulator.plug();
        } catch (IOException e) {
            throw new UncheckedIOException("the virtual scanner can not be plugged in again", e);
        }
    }

    private SensorFault drawFault() {
        return random.nextInt(100) < FAULTY_PERCENT ? faults.get(random.nextInt(faults.size())) : SensorFault.NONE;
    }

    /** Looks until something is seen, then has the image sent. */
    private Object once() {
        Detection seen = new Detection.NoFinger();
        for (int looks = 0; looks < LOOKS_MAX && seen instanceof Detection.NoFinger; looks++) {
            seen = scanner.detectFinger(deadline());
        }
        return seen instanceof Detection.FingerPresent ? scanner.transferImage(deadline(), (_, _) -> {}) : seen;
    }

    private boolean isCaptured(Object end, FingerImage finger, SensorFault fault) {
        switch (end) {
            case ImageTransfer.Received received -> {
                boolean right = Arrays.equals(received.image().pixels(), emulator.pixelsOf(finger));
                count(right ? "whole image" : fault == SensorFault.NOISE_IMAGE ? "image of noise" : "WRONG IMAGE");
                wrongImages += right || fault == SensorFault.NOISE_IMAGE ? 0 : 1;
                return true;
            }
            case DeviceFault found -> count(found.kind().toString());
            case Detection seen -> count(seen.getClass().getSimpleName());
            default -> throw new IllegalStateException("no driver ends a capture with " + end);
        }
        return false;
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    private static Deadline deadline() {
        return Deadline.after(CALL_MAX, System::nanoTime);
    }

    /** Starts counting anew. */
    void forget() {
        outcomes.clear();
        faulty = 0;
        wrongImages = 0;
        unrecovered = 0;
    }

    SortedMap<String, Integer> outcomes() {
        return outcomes;
    }

    int faulty() {
        return faulty;
    }

    int wrongImages() {
        return wrongImages;
    }

    int unrecovered() {
        return unrecovered;
    }

    void close() {
        scanner.close();
        emulator.close();
    }
}

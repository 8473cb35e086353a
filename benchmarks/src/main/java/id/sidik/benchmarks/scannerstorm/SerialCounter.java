package id.sidik.benchmarks.scannerstorm;

import id.sidik.bridge.emulator.ScannerEmulator;
import id.sidik.bridge.emulator.SensorFault;
import id.sidik.bridge.link.SerialLink;
import id.sidik.bridge.scanner.Detection;
import id.sidik.bridge.scanner.ImageTransfer;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.scanner.SerialScanner;
import id.sidik.engine.image.FingerImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator.SplittableGenerator;

/** An emulated module behind a pseudo-terminal. */
final class SerialCounter implements StormCounter {
    /** A new finger is not seen by the first look, and a module at another baud is found by the second call. */
    private static final int LOOKS_MAX = 4;

    /** Short, because silence is waited for thousands of times. */
    private static final Duration COMMAND_TIMEOUT = Duration.ofMillis(150);

    private static final int FULL_SPEED = 0;

    private final List<FingerImage> fingers;
    private final SplittableGenerator random;
    private final List<SensorFault> faults;
    private final ScannerEmulator emulator;
    private final SerialScanner scanner;
    private final StormTally tally = new StormTally();

    /** Plugs the module in, below {@code folder}. */
    SerialCounter(StormModel model, Path folder, int number, List<FingerImage> fingers, SplittableGenerator random)
            throws IOException {
        ScannerProfile told = model.told().withTimeouts(Duration.ZERO, COMMAND_TIMEOUT);
        ScannerProfile module = model.module().withTimeouts(Duration.ZERO, COMMAND_TIMEOUT);
        Path port = folder.resolve(told.model() + "-" + number);
        this.fingers = fingers;
        this.random = random;
        this.faults = ScannerEmulator.faultsOf(module).stream().sorted().toList();
        this.emulator = new ScannerEmulator(port, module, FULL_SPEED, random.split());
        this.scanner = new SerialScanner(new SerialLink(folder.resolve("native")), port, told);
        emulator.plug();
    }

    @Override
    public void capture() {
        FingerImage finger = fingers.get(random.nextInt(fingers.size()));
        SensorFault fault = drawFault();
        if (fault != SensorFault.NONE) {
            tally.faulted();
        }
        emulator.layFinger(finger);
        emulator.fault(fault);
        Optional<String> excuse = fault == SensorFault.NOISE_IMAGE ? Optional.of("image of noise") : Optional.empty();
        boolean captured = isCaptured(once(), finger, excuse);

        emulator.fault(SensorFault.NONE);
        plug();
        for (int calls = 0; !captured && calls < RECOVERY_CALLS_MAX; calls++) {
            captured = isCaptured(once(), finger, Optional.empty());
        }
        if (!captured) {
            tally.foundNoRecovery();
        }
    }

    /** An image ends it, whatever it shows: that it is noise no driver can know. */
    private boolean isCaptured(Object end, FingerImage finger, Optional<String> excuse) {
        return tally.ended(end, emulator.pixelsOf(finger), excuse) || end instanceof ImageTransfer.Received;
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
            seen = scanner.detectFinger(StormCounter.deadline());
        }
        return seen instanceof Detection.FingerPresent
                ? scanner.transferImage(StormCounter.deadline(), (_, _) -> {})
                : seen;
    }

    @Override
    public StormTally tally() {
        return tally;
    }

    @Override
    public void close() {
        scanner.close();
        emulator.close();
    }
}

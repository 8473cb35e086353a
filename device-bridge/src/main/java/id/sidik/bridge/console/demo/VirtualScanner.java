package id.sidik.bridge.console.demo;

import id.sidik.bridge.emulator.ScannerEmulator;
import id.sidik.bridge.emulator.SensorFault;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.engine.image.FingerImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** The scanner of the demonstration: on a pseudo-terminal, found through {@code <data>/run/virtual-scanner}. */
final class VirtualScanner implements AutoCloseable {
    private static final int FULL_SPEED = 0;
    private static final long NOISE_SEED = 1;

    private final ScannerEmulator emulator;

    /**
     * Plugs a scanner in.
     *
     * @param paced at the speed of a true serial line; else as fast as it goes
     */
    VirtualScanner(Path data, boolean paced) {
        ScannerProfile model = ScannerProfile.ZFM_20;
        this.emulator = new ScannerEmulator(
                data.resolve("run").resolve("virtual-scanner"),
                model,
                paced ? model.bauds().getFirst() : FULL_SPEED,
                new SplittableRandom(NOISE_SEED));
        plug();
    }

    void plug() {
        try {
            emulator.plug();
        } catch (IOException e) {
            throw new UncheckedIOException("the virtual scanner cannot be plugged in", e);
        }
    }

    void unplug() {
        emulator.unplug();
    }

    /** The plug is pulled when half of the next image has been sent. */
    void unplugInMidImage() {
        emulator.fault(SensorFault.UNPLUG_IN_MID_IMAGE);
    }

    void lay(FingerImage impression) {
        emulator.layFinger(impression);
    }

    void lift() {
        emulator.liftFinger();
    }

    @Override
    public void close() {
        emulator.close();
    }
}

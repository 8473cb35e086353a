package id.sidik.bridge.fprint;

import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.scanner.Detection;
import id.sidik.bridge.scanner.FingerScanner;
import id.sidik.bridge.scanner.ImageTransfer;
import id.sidik.bridge.scanner.Light;
import id.sidik.bridge.scanner.Readiness;
import id.sidik.bridge.scanner.TransferProgress;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Whatever scanner is plugged in: the USB reader, if one is there, and otherwise what answers at a serial port. It looks anew
 * before each look at the glass, so either may take the other's place at any time. A reader comes first, because its images are larger and have
 * more levels of grey than those of any serial module.
 */
public final class PluggedScanner implements FingerScanner {
    private final Supplier<Optional<PluggedReader>> readers;
    private final Function<UsbReader, FingerScanner> driverOf;
    private final FingerScanner serial;
    private Optional<PluggedReader> plugged = Optional.empty();
    private FingerScanner current;

    /**
     * A scanner that is looked for when it is first needed.
     *
     * @param readers the reader that is there now
     * @param driverOf makes the driver of a reader that was just plugged in
     * @param serial for when no reader is there
     */
    public PluggedScanner(
            Supplier<Optional<PluggedReader>> readers,
            Function<UsbReader, FingerScanner> driverOf,
            FingerScanner serial) {
        this.readers = readers;
        this.driverOf = driverOf;
        this.serial = serial;
        this.current = serial;
    }

    @Override
    public String model() {
        return current.model();
    }

    @Override
    public Readiness readiness(Deadline deadline) {
        return whichIsThere().readiness(deadline);
    }

    @Override
    public Detection detectFinger(Deadline deadline) {
        return whichIsThere().detectFinger(deadline);
    }

    /** Of the scanner that saw the finger, even if another was plugged in since. */
    @Override
    public ImageTransfer transferImage(Deadline deadline, TransferProgress progress) {
        return current.transferImage(deadline, progress);
    }

    @Override
    public void show(Light light, Deadline deadline) {
        current.show(light, deadline);
    }

    @Override
    public void close() {
        current.close();
    }

    private FingerScanner whichIsThere() {
        Optional<PluggedReader> now = readers.get();
        if (!now.equals(plugged)) {
            current.close();
            plugged = now;
            current = now.map(PluggedReader::reader).map(driverOf).orElse(serial);
        }
        return current;
    }
}

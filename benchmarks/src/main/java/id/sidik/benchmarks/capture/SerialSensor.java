package id.sidik.benchmarks.capture;

import id.sidik.bridge.emulator.ScannerEmulator;
import id.sidik.bridge.link.SerialLink;
import id.sidik.bridge.scanner.FingerScanner;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.scanner.SerialScanner;
import id.sidik.engine.image.FingerImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** A ZFM-20 at the other end of a pseudo-terminal, spoken to by the bridge's serial driver. */
final class SerialSensor implements Sensor {
    private static final int FULL_SPEED = 0;

    private final String words;
    private final ScannerEmulator emulator;
    private final SerialScanner scanner;

    private SerialSensor(String words, ScannerProfile profile, int paceBaud, Path folder) throws IOException {
        Path port = folder.resolve("scanner-" + paceBaud);
        this.words = words;
        this.emulator = new ScannerEmulator(port, profile, paceBaud, new SplittableRandom(1));
        this.scanner = new SerialScanner(new SerialLink(folder.resolve("native")), port, profile);
        emulator.plug();
    }

    /** On a line that carries so many bits a second, ten for each byte. */
    static SerialSensor at(int baud, Path folder) throws IOException {
        return new SerialSensor(
                String.format(Locale.ROOT, "ZFM-20 at %,d baud", baud),
                ScannerProfile.ZFM_20.withBauds(List.of(baud)),
                baud,
                folder);
    }

    /** As a USB-CDC device, which carries bytes as fast as they come. */
    static SerialSensor onUsb(Path folder) throws IOException {
        return new SerialSensor("ZFM-20 on USB-CDC", ScannerProfile.ZFM_20, FULL_SPEED, folder);
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public FingerScanner scanner() {
        return scanner;
    }

    @Override
    public void lay(FingerImage finger) {
        emulator.layFinger(finger);
    }

    @Override
    public void lift() {
        emulator.liftFinger();
    }

    @Override
    public void close() {
        scanner.close();
        emulator.close();
    }
}

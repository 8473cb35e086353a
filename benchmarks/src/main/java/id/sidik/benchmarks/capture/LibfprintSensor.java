package id.sidik.benchmarks.capture;

import id.sidik.bridge.emulator.VirtualReader;
import id.sidik.bridge.fprint.FprintScanner;
import id.sidik.bridge.scanner.FingerScanner;
import id.sidik.engine.image.FingerImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** libfprint's own virtual reader in the bridge's child process. Needs the package libfprint-2-2. */
final class LibfprintSensor implements Sensor {
    private final VirtualReader reader;
    private final FprintScanner scanner;

    LibfprintSensor(Path folder) {
        Path socket = folder.resolve("reader");
        reader = new VirtualReader(socket);
        scanner = new FprintScanner(
                VirtualReader.READER,
                FprintScanner.childCommand(VirtualReader.READER),
                Map.of("FP_VIRTUAL_IMAGE", socket.toString()),
                System::nanoTime);
    }

    @Override
    public String words() {
        return "USB reader through libfprint";
    }

    @Override
    public FingerScanner scanner() {
        return scanner;
    }

    /** The virtual finger is gone once its image is. */
    @Override
    public void lay(FingerImage finger) throws IOException {
        reader.show(finger.widthPx(), finger.heightPx(), finger.pixels());
    }

    @Override
    public void lift() {}

    @Override
    public void close() {
        scanner.close();
    }
}

package id.sidik.bridge.fprint;

import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.link.UsbDevice;
import id.sidik.bridge.scanner.Detection;
import id.sidik.bridge.scanner.Detection.NoFinger;
import id.sidik.bridge.scanner.ImageTransfer.Received;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A program that looks for a U.are.U 4500 where the kernel lists USB devices, and writes the pixels of one finger into a file. */
final class ReaderVisitor {
    private static final UsbReader READER =
            new UsbReader("U.are.U 4500", "uru4000", 384, 290, 512, Set.of("05ba:000a"));

    private ReaderVisitor() {}

    public static void main(String[] arguments) throws IOException {
        PluggedReader plugged = new PluggedReaders(UsbDevice.SYSTEM, List.of(READER))
                .first()
                .orElseThrow(() -> new IllegalStateException("no reader is listed"));
        System.out.println("found " + plugged.reader().model() + " at " + plugged.place());
        try (FprintScanner scanner = new FprintScanner(
                plugged.reader(), FprintScanner.childCommand(plugged.reader()), Map.of(), System::nanoTime)) {
            Deadline deadline = Deadline.after(Duration.ofSeconds(100), System::nanoTime);
            Detection seen = new NoFinger();
            while (seen instanceof NoFinger && !deadline.hasPassed()) {
                seen = scanner.detectFinger(deadline);
            }
            if (scanner.transferImage(deadline, (_, _) -> {}) instanceof Received received) {
                Files.write(Path.of(arguments[0]), received.image().pixels());
            }
        }
    }
}

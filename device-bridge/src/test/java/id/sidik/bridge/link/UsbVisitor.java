package id.sidik.bridge.link;

import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.scanner.SerialScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** A program that lists the serial ports, and greets a scanner at each that is on USB. */
final class UsbVisitor {
    private UsbVisitor() {}

    public static void main(String[] arguments) throws IOException {
        SerialLink link = new SerialLink(Path.of(arguments[0]));
        for (SerialDevice device : link.devices()) {
            System.out.println("device " + device.port() + " " + device.usbId() + " " + device.description());
            if (!device.usbId().isEmpty()) {
                try (SerialScanner scanner = new SerialScanner(link, device.port(), silentToQuestions())) {
                    System.out.println(scanner.readiness(Deadline.after(Duration.ofSeconds(20), System::nanoTime)));
                }
            }
        }
    }

    /** Greeted by VfyPwd alone, which a script can answer. */
    private static ScannerProfile silentToQuestions() {
        ScannerProfile full = ScannerProfile.ZFM_20;
        return new ScannerProfile(
                "R308",
                full.protocol(),
                full.widthPx(),
                full.heightPx(),
                full.dpi(),
                full.bitsPerPixel(),
                full.bauds(),
                full.address(),
                full.password(),
                full.packetBytes(),
                full.bootDelay(),
                full.commandTimeout(),
                Set.of(),
                full.usbIds());
    }
}

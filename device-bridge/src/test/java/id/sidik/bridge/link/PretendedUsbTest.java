package id.sidik.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.bridge.frame.Frame;
import id.sidik.bridge.frame.FrameType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A USB serial scanner that umockdev pretends is plugged in: our enumeration finds it by its ids, and a driver speaks with it.
 * Needs the package umockdev.
 */
@Timeout(60)
class PretendedUsbTest {
    private static final String DEVICE = """
            P: /devices/pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0/tty/ttyACM7
            N: ttyACM7
            E: DEVNAME=/dev/ttyACM7
            E: SUBSYSTEM=tty
            E: MAJOR=166
            E: MINOR=7
            A: dev=166:7\\n
            L: device=../../../1-2:1.0

            P: /devices/pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0
            E: DEVTYPE=usb_interface
            E: SUBSYSTEM=usb
            A: interface=Fingerprint CDC\\n
            L: driver=../../../../../virtual/cdc_acm

            P: /devices/pci0000:00/0000:00:14.0/usb1/1-2
            E: DEVTYPE=usb_device
            E: SUBSYSTEM=usb
            A: idVendor=2e8a\\n
            A: idProduct=000a\\n
            A: product=R503 USB module\\n
            A: manufacturer=Grow\\n
            A: serial=FP0001\\n
            A: busnum=1\\n
            A: devnum=2\\n

            P: /devices/virtual/cdc_acm
            E: SUBSYSTEM=platform

            """;

    @TempDir
    private Path folder;

    @Test
    void isFoundByItsIdsAndAnswersItsDriver() throws IOException {
        Path device = Files.writeString(folder.resolve("device"), DEVICE);
        Path script = Files.write(folder.resolve("script"), greetings(2));

        Process process = new ProcessBuilder(List.of(
                        "umockdev-run",
                        "-d",
                        device.toString(),
                        "-s",
                        "/dev/ttyACM7=" + script,
                        "--",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        UsbVisitor.class.getName(),
                        folder.resolve("native").toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).contains("device /dev/ttyACM7 2e8a:000a").contains("Ready[model=R308");
    }

    /** A dialogue as umockdev replays it: what the driver writes, what it then reads; control bytes are escaped. */
    private static byte[] greetings(int count) {
        ByteArrayOutputStream script = new ByteArrayOutputStream();
        byte[] question = Frame.of(FrameType.COMMAND, -1, (byte) 0x13, (byte) 0, (byte) 0, (byte) 0, (byte) 0)
                .encoded();
        byte[] answer = Frame.of(FrameType.ACKNOWLEDGEMENT, -1, (byte) 0).encoded();
        for (int i = 0; i < count; i++) {
            line(script, "w 0 ", question);
            line(script, "r 30 ", answer);
        }
        return script.toByteArray();
    }

    private static void line(ByteArrayOutputStream script, String direction, byte[] bytes) {
        script.writeBytes(direction.getBytes(StandardCharsets.US_ASCII));
        for (byte each : bytes) {
            if (each >= 0 && each <= ' ') {
                script.write('^');
                script.write(each + 64);
            } else {
                script.write(each);
            }
        }
        script.write('\n');
    }
}

package id.sidik.bridge.fprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder that lists USB devices as {@code /sys/bus/usb/devices} does. */
final class FakeUsb {
    private final Path devices;
    private int numbers;

    FakeUsb(Path devices) {
        this.devices = devices;
    }

    /** A device is there from now on, under the next number. */
    void plug(String place, String id) throws IOException {
        Path folder = Files.createDirectory(devices.resolve(place));
        numbers++;
        Files.writeString(folder.resolve("idVendor"), id.substring(0, 4) + "\n");
        Files.writeString(folder.resolve("idProduct"), id.substring(5) + "\n");
        Files.writeString(folder.resolve("devnum"), numbers + "\n");
    }

    /** A device is gone. */
    void unplug(String place) throws IOException {
        for (String fact : List.of("idVendor", "idProduct", "devnum", "")) {
            Files.delete(devices.resolve(place).resolve(fact));
        }
    }

    /** A device has an interface, whose folder lies beside its own. */
    void addInterface(String place) throws IOException {
        Files.writeString(Files.createDirectory(devices.resolve(place)).resolve("interface"), "Finger\n");
    }
}

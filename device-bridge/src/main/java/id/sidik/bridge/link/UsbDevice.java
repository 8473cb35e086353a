package id.sidik.bridge.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A device on USB, as the kernel lists it. Looking loads no library and opens no device.
 *
 * @param folder named for the port that it is plugged in at, such as {@code 1-2}
 * @param id vendor and product, such as {@code 05ba:000a}
 * @param number that the kernel gave it: another one each time that it is plugged in
 */
public record UsbDevice(Path folder, String id, String number) {
    /** Where Linux lists the devices on USB, a folder each. */
    public static final Path SYSTEM = Path.of("/sys/bus/usb/devices");

    /**
     * What is plugged in, by port. About a millisecond.
     *
     * @param devices {@link #SYSTEM}; a folder that is not there, or that we may not see, has no devices
     */
    public static List<UsbDevice> listedIn(Path devices) {
        try (Stream<Path> folders = Files.list(devices)) {
            return folders.sorted().flatMap(folder -> ofFolder(folder).stream()).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** The device of this folder; none if it is that of an interface, or the device was pulled out while we looked. */
    public static Optional<UsbDevice> ofFolder(Path folder) {
        if (!Files.exists(folder.resolve("idVendor"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new UsbDevice(
                    folder, read(folder, "idVendor") + ":" + read(folder, "idProduct"), read(folder, "devnum")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Something else that the kernel says of it, such as its {@code product}; empty if it does not. */
    public String fact(String name) {
        try {
            return read(folder, name);
        } catch (IOException e) {
            return "";
        }
    }

    private static String read(Path folder, String name) throws IOException {
        return Files.readString(folder.resolve(name)).strip();
    }
}

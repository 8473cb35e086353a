package id.sidik.bridge.fprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which readers are plugged in, as the kernel lists them. Looking loads no library and opens no device, and takes about a
 * millisecond, so it may be done at each look at the glass.
 */
public final class PluggedReaders {
    /** Where Linux lists the devices on USB, a folder each. */
    public static final Path SYSTEM = Path.of("/sys/bus/usb/devices");

    private final Path devices;
    private final List<UsbReader> known;

    /**
     * Looks for these readers.
     *
     * @param devices {@link #SYSTEM}; a folder that is not there has no devices
     * @param known in the order in which they are taken when several are there
     */
    public PluggedReaders(Path devices, List<UsbReader> known) {
        this.devices = devices;
        this.known = List.copyOf(known);
    }

    /** The first of the known readers that is there now. */
    public Optional<PluggedReader> first() {
        Map<String, String> placeOfId = plugged();
        return known.stream()
                .flatMap(reader -> reader.usbIds().stream()
                        .sorted()
                        .filter(placeOfId::containsKey)
                        .map(id -> new PluggedReader(reader, String.valueOf(placeOfId.get(id)))))
                .findFirst();
    }

    /** Place by vendor and product, such as {@code 05ba:000a}. */
    private Map<String, String> plugged() {
        Map<String, String> placeOfId = new TreeMap<>();
        try (Stream<Path> folders = Files.list(devices)) {
            folders.sorted().forEach(folder -> note(folder, placeOfId));
        } catch (IOException | UncheckedIOException e) {
            return Map.of(); // no USB on this machine, or none that we may see: then no reader either
        }
        return placeOfId;
    }

    private static void note(Path folder, Map<String, String> placeOfId) {
        if (!Files.exists(folder.resolve("idVendor"))) {
            return; // an interface of a device that has its own folder
        }
        try {
            placeOfId.putIfAbsent(
                    fact(folder, "idVendor") + ":" + fact(folder, "idProduct"),
                    folder.getFileName() + " as device " + fact(folder, "devnum"));
        } catch (IOException e) {
            return; // pulled out while we looked
        }
    }

    private static String fact(Path folder, String name) throws IOException {
        return Files.readString(folder.resolve(name)).strip();
    }
}

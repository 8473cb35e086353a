package id.sidik.bridge.fprint;

import id.sidik.bridge.link.UsbDevice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which readers are plugged in, as the kernel lists them. Looking loads no library and opens no device, and takes about a
 * millisecond, so it may be done at each look at the glass.
 */
public final class PluggedReaders {
    private final Path devices;
    private final List<UsbReader> known;

    /**
     * Looks for these readers.
     *
     * @param devices {@link UsbDevice#SYSTEM}; a folder that is not there has no devices
     * @param known in the order in which they are taken when several are there
     */
    public PluggedReaders(Path devices, List<UsbReader> known) {
        this.devices = devices;
        this.known = List.copyOf(known);
    }

    /** The first of the known readers that is there now. */
    public Optional<PluggedReader> first() {
        Map<String, String> placeOfId = new TreeMap<>();
        UsbDevice.listedIn(devices)
                .forEach(device -> placeOfId.putIfAbsent(
                        device.id(), device.folder().getFileName() + " as device " + device.number()));
        return known.stream()
                .flatMap(reader -> reader.usbIds().stream()
                        .sorted()
                        .filter(placeOfId::containsKey)
                        .map(id -> new PluggedReader(reader, String.valueOf(placeOfId.get(id)))))
                .findFirst();
    }
}

package id.sidik.bridge.doctor;

import id.sidik.bridge.link.UsbDevice;
import id.sidik.bridge.scanner.ScannerProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The serial ports that are on USB, and what keeps the bridge from those that a scanner may be at. No port is opened: somebody may be served. */
final class SerialPorts {
    private static final String CHECK = "serial port";

    private final Box box;
    private final Access access;
    private final List<ScannerProfile> known;

    /** @param known models that the bridge looks for */
    SerialPorts(Box box, Access access, List<ScannerProfile> known) {
        this.box = box;
        this.access = access;
        this.known = List.copyOf(known);
    }

    /**
     * A port.
     *
     * @param number of the device, such as {@code 188:0}
     */
    private record Port(Path node, String number, UsbDevice usb) {}

    /** A line for each port that a scanner may be at, and for each adapter that should have one; none if nothing is plugged in. */
    List<Finding> examine() {
        List<Port> ports = ports();
        List<Finding> findings = new ArrayList<>();
        ports.stream().filter(port -> isKnown(port.usb())).map(this::examine).forEach(findings::add);
        Set<Path> served =
                ports.stream().map(port -> port.usb().folder().getFileName()).collect(Collectors.toSet());
        UsbDevice.listedIn(box.at("/sys/bus/usb/devices")).stream()
                .filter(this::isKnown)
                .filter(device -> !served.contains(device.folder().getFileName()))
                .map(this::withoutPort)
                .forEach(findings::add);
        return findings;
    }

    /** The port that the settings name, wherever it is. */
    Finding examine(Path configured) {
        if (!Files.exists(configured)) {
            return Finding.failed(
                    CHECK,
                    configured + " is not there",
                    "Plug the scanner in, or set bridge.scanner-port to its node; or bridge.scanner-profile to auto");
        }
        try {
            Path node = configured.toRealPath();
            return whatHinders(node)
                    .orElseGet(() -> Finding.ok(
                            CHECK,
                            configured + " is there, and " + access.account().name() + " may open it"));
        } catch (IOException e) {
            return Finding.failed(CHECK, configured + " leads nowhere", "Plug the scanner in again");
        }
    }

    private List<Port> ports() {
        return box.list(box.at("/sys/class/tty")).stream()
                .flatMap(folder -> portOf(folder).stream())
                .toList();
    }

    private Optional<Port> portOf(Path folder) {
        try {
            for (@Nullable Path up = folder.resolve("device").toRealPath(); up != null; up = up.getParent()) {
                Optional<UsbDevice> usb = UsbDevice.ofFolder(up);
                if (usb.isPresent()) {
                    return Optional.of(new Port(
                            box.at("/dev/" + folder.getFileName()),
                            box.text(folder.resolve("dev")).orElse(""),
                            usb.get()));
                }
            }
        } catch (IOException noDevice) {
            return Optional.empty(); // a console of the system, or pulled out while we looked
        }
        return Optional.empty();
    }

    private boolean isKnown(UsbDevice device) {
        return known.stream().anyMatch(profile -> profile.usbIds().contains(device.id()));
    }

    private Finding examine(Port port) {
        return whatHinders(port.node())
                .orElseGet(() -> knowsTheRule(port)
                        ? Finding.ok(CHECK, port.node() + ": " + words(port.usb()))
                        : Finding.warning(
                                CHECK,
                                port.node() + ": " + words(port.usb()) + "; our udev rule was not applied to it",
                                UdevRule.RELOAD));
    }

    private Optional<Finding> whatHinders(Path node) {
        return access.hindrance(
                CHECK,
                node.toString(),
                node,
                "sudo adduser " + access.account().name() + " dialout, and " + UdevRule.RELOAD,
                "End that program, and keep it from starting again");
    }

    /** What udev wrote down of the device when it was plugged in. A box without udev has no names of ours, and needs none. */
    private boolean knowsTheRule(Port port) {
        return box.text(box.at("/run/udev/data/c" + port.number()))
                .map(facts -> facts.contains("E:ID_MM_DEVICE_IGNORE=1"))
                .orElse(true);
    }

    private Finding withoutPort(UsbDevice device) {
        boolean isTaken = access.holders().runs("brltty");
        return Finding.failed(
                CHECK,
                words(device) + " is plugged in and has no port"
                        + (isTaken ? ": brltty, for Braille displays, takes such adapters" : ""),
                isTaken
                        ? "sudo apt-get remove brltty, then plug it in again"
                        : "Plug it in again; 'sudo dmesg | tail' says which driver the kernel lacks");
    }

    private String words(UsbDevice device) {
        String models = known.stream()
                .filter(profile -> profile.usbIds().contains(device.id()))
                .map(ScannerProfile::model)
                .collect(Collectors.joining(", "));
        return (device.fact("product") + " " + device.id()).strip() + ", as used by " + models;
    }
}

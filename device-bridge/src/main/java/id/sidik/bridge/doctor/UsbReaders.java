package id.sidik.bridge.doctor;

import id.sidik.bridge.fprint.UsbReader;
import id.sidik.bridge.link.UsbDevice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Readers that libfprint drives: they need the library, a node that the bridge may open, and nobody else who claims them. */
final class UsbReaders {
    private static final String CHECK = "USB reader";
    private static final String LIBRARY = "libfprint-2.so.2";
    private static final String PACKAGE = "libfprint-2-2";
    private static final String INSTALL = "sudo apt-get install " + PACKAGE;
    private static final int MAJOR_MIN = 1;
    private static final int MINOR_MIN = 94;
    private static final Pattern VERSION = Pattern.compile("(?:[0-9]+:)?([0-9]{1,6})\\.([0-9]{1,6}).*");

    private final Box box;
    private final Access access;
    private final List<UsbReader> known;

    /** @param known that the bridge looks for */
    UsbReaders(Box box, Access access, List<UsbReader> known) {
        this.box = box;
        this.access = access;
        this.known = List.copyOf(known);
    }

    private record Plugged(UsbReader reader, UsbDevice device) {}

    /** A line for each reader that is plugged in; none if there is none. */
    List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        plugged().map(this::examine).forEach(findings::add);
        return findings;
    }

    private Stream<Plugged> plugged() {
        return UsbDevice.listedIn(box.at("/sys/bus/usb/devices")).stream()
                .flatMap(device -> known.stream()
                        .filter(reader -> reader.usbIds().contains(device.id()))
                        .map(reader -> new Plugged(reader, device)));
    }

    private Finding examine(Plugged plugged) {
        Path node = nodeOf(plugged.device());
        String words = plugged.reader().model() + " at " + node;
        return access.hindrance(
                        CHECK,
                        words,
                        node,
                        UdevRule.RELOAD,
                        "End that program; fprintd: sudo systemctl mask --now fprintd")
                .orElseGet(() -> Finding.ok(CHECK, words));
    }

    /** As the kernel names it: {@code /dev/bus/usb/001/004}. */
    private Path nodeOf(UsbDevice device) {
        return box.at("/dev/bus/usb")
                .resolve(threeDigits(device.fact("busnum")))
                .resolve(threeDigits(device.number()));
    }

    private static String threeDigits(String number) {
        return String.format(Locale.ROOT, "%3s", number).replace(' ', '0');
    }

    /** Whether the library is there, and new enough. Only a box with such a reader needs it. */
    Finding library() {
        if (libraryFolders().noneMatch(folder -> Files.exists(folder.resolve(LIBRARY)))) {
            String detail = "no " + LIBRARY + ", so no U.are.U 4500 or other USB reader; serial scanners work";
            return plugged().findAny().isPresent()
                    ? Finding.failed("libfprint", detail, INSTALL)
                    : Finding.warning("libfprint", detail, INSTALL);
        }
        Optional<String> version = installedVersion();
        if (version.filter(UsbReaders::isTooOld).isPresent()) {
            return Finding.warning(
                    "libfprint",
                    "version " + version.get()
                            + "; the bridge was made with 1.94, and drivers of older ones lack readers",
                    "Install a newer " + PACKAGE + " (Debian 12 or later has one)");
        }
        return Finding.ok(
                "libfprint", version.map(found -> "version " + found).orElse("there; dpkg does not know which"));
    }

    private Stream<Path> libraryFolders() {
        List<Path> folders = new ArrayList<>();
        for (String folder : List.of("/usr/local/lib", "/usr/lib", "/lib", "/usr/lib64", "/lib64")) {
            folders.add(box.at(folder));
            folders.addAll(box.list(box.at(folder))); // one for each architecture
        }
        return folders.stream();
    }

    private Optional<String> installedVersion() {
        return box.text(box.at("/var/lib/dpkg/status"))
                .flatMap(status -> Stream.of(status.split("\n\n"))
                        .filter(entry -> entry.startsWith("Package: " + PACKAGE + "\n"))
                        .flatMap(String::lines)
                        .filter(line -> line.startsWith("Version: "))
                        .map(line -> line.substring("Version: ".length()))
                        .findFirst());
    }

    private static boolean isTooOld(String version) {
        Matcher numbers = VERSION.matcher(version);
        if (!numbers.matches()) {
            return false;
        }
        int major = Integer.parseInt(numbers.group(1));
        return major < MAJOR_MIN || (major == MAJOR_MIN && Integer.parseInt(numbers.group(2)) < MINOR_MIN);
    }

    /** A service of the desktop that takes readers for logging in. */
    Optional<Finding> rival() {
        return access.holders().runs("fprintd") || Files.exists(box.at("/usr/libexec/fprintd"))
                ? Optional.of(Finding.warning(
                        "fprintd", "it is installed and may claim a reader", "sudo systemctl mask --now fprintd"))
                : Optional.empty();
    }
}

package id.sidik.bridge.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The files of a machine, laid out under a folder as its kernel, udev and packages lay them out. */
final class FakeBox {
    static final String RULE = "SUBSYSTEM==\"usb\"\n";
    private final Path root;

    FakeBox(Path root) throws IOException {
        this.root = root;
        for (String folder : new String[] {"proc", "sys/class/tty", "sys/bus/usb/devices", "dev", "run/udev/data"}) {
            Files.createDirectories(root.resolve(folder));
        }
    }

    /** One on which nothing is to be mended, without a scanner. */
    static FakeBox well(Path root) throws IOException {
        FakeBox box = new FakeBox(root);
        box.file("/usr/lib/udev/rules.d/70-sidik-scanners.rules", RULE);
        box.file("/run/udev/control", "");
        box.file("/usr/lib/x86_64-linux-gnu/libfprint-2.so.2", "");
        box.libfprint("1:1.94.5-1");
        return box;
    }

    Box box() {
        return new Box(root);
    }

    Path at(String path) {
        return root.resolve(path.substring(1));
    }

    Path file(String path, String text) throws IOException {
        Path file = at(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    void libfprint(String version) throws IOException {
        file(
                "/var/lib/dpkg/status",
                "Package: libfprint-2-2-dev\nVersion: 9.9\n\nPackage: libfprint-2-2\nStatus: install ok installed\n"
                        + "Version: " + version + "\n\nPackage: zlib1g\nVersion: 1.2\n");
    }

    /** An adapter, with a serial port that udev knows. */
    Path plugAdapter(String id, String port) throws IOException {
        String usb = plugUsb("1-2", id, 4, "USB2.0-Serial");
        Files.createDirectories(at(usb + "/1-2:1.0/" + port));
        Path tty = Files.createDirectories(at("/sys/class/tty/" + port));
        Files.createSymbolicLink(tty.resolve("device"), at(usb + "/1-2:1.0/" + port));
        Files.writeString(tty.resolve("dev"), "188:0\n");
        file("/run/udev/data/c188:0", "S:sidik/scanner-1\nE:ID_MM_DEVICE_IGNORE=1\n");
        return node("/dev/" + port);
    }

    /** Returns its folder. */
    String plugUsb(String place, String id, int number, String product) throws IOException {
        String folder = "/sys/devices/usb1/" + place;
        file(folder + "/idVendor", id.substring(0, 4) + "\n");
        file(folder + "/idProduct", id.substring(5) + "\n");
        file(folder + "/busnum", "1\n");
        file(folder + "/devnum", number + "\n");
        file(folder + "/product", product + "\n");
        Files.createSymbolicLink(at("/sys/bus/usb/devices/" + place), at(folder));
        return folder;
    }

    Path node(String path) throws IOException {
        Path node = file(path, "");
        Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rw-rw----"));
        return node;
    }

    /** A process that has a file open. */
    void process(int pid, String name, int parent, Path open) throws IOException {
        file("/proc/" + pid + "/comm", name + "\n");
        file("/proc/" + pid + "/status", "Name:\t" + name + "\nPPid:\t" + parent + "\n");
        Path descriptors = Files.createDirectories(at("/proc/" + pid + "/fd"));
        Files.createSymbolicLink(descriptors.resolve("3"), open);
    }
}

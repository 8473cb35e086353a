package id.sidik.bridge.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The rule that opens scanners to the bridge and keeps others away. Whether it was applied, each device shows itself. */
final class UdevRule {
    static final String RELOAD = "sudo udevadm control --reload && sudo udevadm trigger";

    private static final String CHECK = "udev rule";
    private static final String FILE = "70-sidik-scanners.rules";
    /** Where udev looks, the first one wins. */
    private static final List<String> FOLDERS =
            List.of("/etc/udev/rules.d", "/run/udev/rules.d", "/usr/lib/udev/rules.d", "/lib/udev/rules.d");

    private final Box box;
    private final String shipped;

    /** @param shipped the rule as this program has it */
    UdevRule(Box box, String shipped) {
        this.box = box;
        this.shipped = shipped.strip();
    }

    Finding examine() {
        Optional<Path> installed = FOLDERS.stream()
                .map(folder -> box.at(folder).resolve(FILE))
                .filter(Files::exists)
                .findFirst();
        if (installed.isEmpty()) {
            return Finding.warning(
                    CHECK,
                    FILE + " is not installed: USB readers stay closed, and ModemManager may talk to a scanner",
                    "Install the package sidik-bridge; from a checkout: sudo cp hardware-profiles/src/main/resources/"
                            + "hardware-profiles/udev/" + FILE + " /etc/udev/rules.d/ && " + RELOAD);
        }
        if (!box.text(installed.get()).equals(Optional.of(shipped))) {
            return Finding.warning(
                    CHECK,
                    installed.get() + " is not the one of this version",
                    "Unless somebody of yours wrote it: sudo rm " + installed.get()
                            + ", install the package again, and " + RELOAD);
        }
        return Files.exists(box.at("/run/udev/control"))
                ? Finding.ok(CHECK, installed.get().toString())
                : Finding.warning(
                        CHECK,
                        installed.get() + " is there, but udev does not run, so nothing is applied",
                        "sudo systemctl start systemd-udevd, then plug the scanner in again");
    }
}

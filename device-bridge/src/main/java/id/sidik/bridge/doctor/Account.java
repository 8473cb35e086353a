package id.sidik.bridge.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Whom the bridge runs as.
 *
 * @param groups that it is in
 * @param isCaller whether whoever asks is that user, whom the kernel can be asked about; of another one the modes of files tell
 */
public record Account(String name, Set<String> groups, boolean isCaller) {
    /** Who may use serial ports, on Debian and on others. */
    private static final Set<String> SERIAL_GROUPS = Set.of("dialout", "uucp");

    private static final String ADMINISTRATOR = "root";

    public Account {
        groups = Set.copyOf(groups);
    }

    /** Whether it may read and write a device's node. */
    boolean mayOpen(Path node) {
        return isCaller
                ? Files.isReadable(node) && Files.isWritable(node)
                : grants(node, "rw-------", "---rw----", "------rw-");
    }

    /** Whether it may read a file. */
    public boolean mayRead(Path file) {
        return isCaller ? Files.isReadable(file) : grants(file, "r--------", "---r-----", "------r--");
    }

    /** As the kernel decides it: the first of owner, group and others that fits counts alone. */
    private boolean grants(Path file, String asOwner, String asMember, String asAnybody) {
        try {
            PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
            String needed = attributes.owner().getName().equals(name)
                    ? asOwner
                    : groups.contains(attributes.group().getName()) ? asMember : asAnybody;
            return attributes.permissions().containsAll(PosixFilePermissions.fromString(needed));
        } catch (IOException e) {
            return false;
        }
    }

    Finding examine() {
        boolean isMember = name.equals(ADMINISTRATOR) || groups.stream().anyMatch(SERIAL_GROUPS::contains);
        return isMember
                ? Finding.ok("groups", name + " may use serial ports")
                : Finding.warning(
                        "groups",
                        name + " is not in the group dialout, so what the udev rule opens is closed to it",
                        "sudo adduser " + name + " dialout, then start the bridge again (a person: log in again)");
    }
}

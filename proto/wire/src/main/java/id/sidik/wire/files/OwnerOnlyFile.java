package id.sidik.wire.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** A small secret text in a file that only its owner may read (mode 0600), in a folder that only its owner may enter (0700). */
public final class OwnerOnlyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final long BYTES_MAX = 64 * 1024;

    private final Path path;
    private final Path folder;

    /** @param path in a folder, which is made when it is not there */
    public OwnerOnlyFile(Path path) {
        this.path = path;
        this.folder = Objects.requireNonNull(path.getParent(), "a secret lies in a folder");
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * Writes the file, whole and durable before it has its name: a power cut leaves the text of before, or all of this one.
     *
     * @throws IOException when its folder cannot be written
     */
    public void write(String text) throws IOException {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY_FOLDER));
        DurableFiles.replace(
                path, StandardCharsets.UTF_8.encode(text), PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }

    /**
     * Reads the file, unless somebody else may read it, too.
     *
     * @throws AccessDeniedException with the cure as its reason, when others may read it
     * @throws IOException when it is not there, cannot be read, or is too long for a secret
     */
    public String read() throws IOException {
        Set<PosixFilePermission> exposed = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        exposed.removeAll(OWNER_ONLY);
        if (!exposed.isEmpty()) {
            throw new AccessDeniedException(
                    path.toString(), null, "is open to others: chmod 600 it, and ask who has read it");
        }
        if (Files.size(path) > BYTES_MAX) {
            throw new IOException(path + " is longer than " + BYTES_MAX + " bytes");
        }
        return Files.readString(path);
    }

    /** Removes the file; one that is not there is no failure. */
    public void delete() throws IOException {
        Files.deleteIfExists(path);
        DurableFiles.syncFolder(folder);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}

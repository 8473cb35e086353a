package id.sidik.eligibility.keys;

import id.sidik.wire.files.DurableFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A small text in a file that only its owner may read (mode 0600), in a folder that only its owner may enter (0700). */
final class SecretFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final long BYTES_MAX = 64 * 1024;

    private final Path path;

    SecretFile(Path path) {
        this.path = path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** Writes a new file, whole and durable before it has its name: a power cut leaves either no key or all of it. */
    void create(String text) {
        Path folder = folder();
        Path unfinished = folder.resolve(path.getFileName() + ".new");
        try {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY_FOLDER));
            Files.deleteIfExists(unfinished);
            try (FileChannel file = FileChannel.open(
                    unfinished,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
                DurableFiles.writeWhole(file, StandardCharsets.UTF_8.encode(text));
                file.force(true);
            }
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.syncFolder(folder);
        } catch (IOException e) {
            throw new KeysRefusedException("cannot write " + path + ": make its folder writable for this user", e);
        }
    }

    /** Reads the file, unless somebody else may read it, too. */
    String read() {
        try {
            Set<PosixFilePermission> exposed = EnumSet.copyOf(Files.getPosixFilePermissions(path));
            exposed.removeAll(OWNER_ONLY);
            if (!exposed.isEmpty()) {
                throw new KeysRefusedException(path + " is open to others: chmod 600 it, and ask who has read it");
            }
            if (Files.size(path) > BYTES_MAX) {
                throw new KeysRefusedException(path + " is too long for a key: restore it from a backup");
            }
            return Files.readString(path);
        } catch (IOException e) {
            throw new KeysRefusedException("cannot read " + path + ": restore it from a backup", e);
        }
    }

    private Path folder() {
        Path folder = path.getParent();
        if (folder == null) {
            throw new IllegalStateException("a secret lies in a folder: " + path);
        }
        return folder;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}

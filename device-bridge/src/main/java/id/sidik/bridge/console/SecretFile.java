package id.sidik.bridge.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes what only its owner may read. */
final class SecretFile {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private SecretFile() {}

    /**
     * Writes a file that is private from its first byte on, and whole when it appears.
     *
     * @param replaces whether a file that is there is replaced, whatever its permissions; a link is replaced, not followed
     * @throws UnusableInputException when it is there and may not be replaced, or cannot be written
     */
    static void write(Path file, String text, boolean replaces) {
        Path target = file.toAbsolutePath();
        if (!replaces && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw alreadyThere(file);
        }
        try {
            Path fresh = Files.createTempFile(target.getParent(), ".sidik-", ".part", OWNER_ONLY);
            try {
                Files.writeString(fresh, text, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
                if (replaces) {
                    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
                } else {
                    Files.createLink(target, fresh);
                }
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (FileAlreadyExistsException e) {
            throw alreadyThere(file);
        } catch (NoSuchFileException e) {
            throw new UnusableInputException("there is no folder for " + file + "; make it first", e);
        } catch (IOException | UnsupportedOperationException e) {
            throw new UnusableInputException(
                    "cannot write " + file + " so that only you can read it; choose another folder", e);
        }
    }

    private static UnusableInputException alreadyThere(Path file) {
        return new UnusableInputException(file + " exists; choose another name, or replace it with --force");
    }
}

package id.sidik.bridge.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/**
 * Puts the native part of jSerialComm where only we can write. Left alone, the library extracts it into a folder under
 * /tmp that everybody may write to, and loads code from there.
 */
final class NativeLibrary {
    /** Read once, when the library's first class is loaded. It then looks for {@code Linux/<arch>/libjSerialComm.so}. */
    private static final String LIBRARY_PATH = "jSerialComm.library.path";

    private NativeLibrary() {}

    /**
     * Extracts the library below {@code folder} and points jSerialComm there. Only the first call of a process counts,
     * because a library is loaded once.
     *
     * @throws IOException if the folder can not be written
     * @throws IllegalStateException on a machine for which there is no library
     */
    static synchronized void loadFrom(Path folder) throws IOException {
        if (System.getProperty(LIBRARY_PATH) != null) {
            return;
        }
        String name = "Linux/" + architecture() + "/libjSerialComm.so";
        Path library = folder.resolve(name);
        Files.createDirectories(
                library.getParent(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        extract("/" + name, library);
        System.setProperty(LIBRARY_PATH, folder.toString());
    }

    /** Replaces in one step, for another process may have the old file loaded. */
    private static void extract(String resource, Path library) throws IOException {
        Path fresh = Files.createTempFile(
                library.getParent(),
                "new",
                ".so",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (InputStream content = NativeLibrary.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException("jSerialComm has no " + resource + "; use a machine that it supports");
            }
            try (OutputStream target = Files.newOutputStream(fresh)) {
                content.transferTo(target);
            }
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("r-x------"));
            Files.move(fresh, library, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static String architecture() {
        String os = System.getProperty("os.name");
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        if (!os.equals("Linux")) {
            throw new IllegalStateException("serial scanners are supported on Linux, not on " + os);
        }
        return switch (arch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "armv8_64";
            default -> throw new IllegalStateException("serial scanners need an amd64 or aarch64 machine, not " + arch);
        };
    }
}

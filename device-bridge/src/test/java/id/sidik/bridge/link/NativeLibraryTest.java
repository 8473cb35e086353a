package id.sidik.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.bridge.emulator.PseudoTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A library is loaded once in a process, so a program of its own opens the port. */
@Timeout(60)
class NativeLibraryTest {
    @TempDir
    private Path folder;

    @Test
    void isLoadedFromAFolderThatOnlyWeCanWrite() throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path library = folder.resolve("data").resolve("native");
        try (PseudoTerminal device = PseudoTerminal.open();
                PortHolder _ = new PortHolder(device.path(), library, temporary)) {
            assertThat(filesBelow(temporary))
                    .as("left to itself, it would have gone here")
                    .isEmpty();
        }

        List<Path> files = filesBelow(library);
        assertThat(files).singleElement().satisfies(file -> {
            assertThat(file).hasFileName("libjSerialComm.so");
            assertThat(permissionsOf(file)).isEqualTo("r-x------");
        });
        try (Stream<Path> folders = Files.walk(library).filter(Files::isDirectory)) {
            assertThat(folders)
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(permissionsOf(each)).isEqualTo("rwx------"));
        }
    }

    private static List<Path> filesBelow(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    private static String permissionsOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

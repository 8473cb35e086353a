package id.sidik.bridge.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A machine, as its kernel and its packages show it in files.
 *
 * @param root {@code /}; what looks like it, in a test
 */
public record Box(Path root) {
    public static final Box SYSTEM = new Box(Path.of("/"));

    /** @param path absolute, such as {@code /etc/group} */
    Path at(String path) {
        return root.resolve(path.substring(1));
    }

    /** What a file says; nothing if it is not there or we may not read it. */
    Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What a folder has, by name; nothing if it is not there or we may not look. */
    List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}

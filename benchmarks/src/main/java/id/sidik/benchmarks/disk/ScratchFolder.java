package id.sidik.benchmarks.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A new folder, which is gone with all that is in it when this is closed. */
public final class ScratchFolder implements AutoCloseable {
    private final Path path;

    private ScratchFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes one.
     *
     * @param parent made when it is not there
     * @param name its beginning
     */
    public static ScratchFolder in(Path parent, String name) {
        try {
            return new ScratchFolder(Files.createTempDirectory(Files.createDirectories(parent), name));
        } catch (IOException e) {
            throw new UncheckedIOException("No folder can be made in " + parent + ".", e);
        }
    }

    public Path path() {
        return path;
    }

    /** Removes a part of it. */
    public void remove(String part) {
        removeAll(path.resolve(part));
    }

    @Override
    public void close() {
        removeAll(path);
    }

    private static void removeAll(Path top) {
        try (Stream<Path> found = Files.walk(top)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + top + " can not be removed.", e);
        }
    }
}

package id.sidik.wire.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * {@code <data>/run/<process>.progress}: how far a process is that does not serve yet, in one line for people. The launcher waits as
 * long as the line changes. Removed when the start is over; after a crash it stays behind, and the next start writes over it.
 */
public final class StartNote implements AutoCloseable {
    private final Path file;
    private String written = "";

    public StartNote(Path data, String process) {
        this.file = fileOf(data, process);
    }

    /** Writes the line, whole or not at all, unless it says what it said before. */
    public synchronized void write(String line) {
        if (line.equals(written)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, line + "\n", StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
        written = line;
    }

    /** How far a process said that it was; nothing when it is not starting. */
    public static Optional<String> read(Path data, String process) {
        try {
            return Optional.of(Files.readString(fileOf(data, process), StandardCharsets.UTF_8)
                    .strip());
        } catch (NoSuchFileException notStarting) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + fileOf(data, process), e);
        }
    }

    private static Path fileOf(Path data, String process) {
        return data.resolve("run").resolve(process + ".progress");
    }

    @Override
    public synchronized void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + file, e);
        }
    }
}

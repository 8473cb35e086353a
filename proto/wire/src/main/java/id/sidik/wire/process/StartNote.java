package id.sidik.wire.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code <data>/run/<process>.progress}: how far a process is that does not serve yet, in one line for people. The launcher waits as
 * long as the line changes. Removed when the start is over, and by the launcher after a crash.
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
        RunFile.replace(file, line + "\n");
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
        RunFile.remove(file);
    }
}

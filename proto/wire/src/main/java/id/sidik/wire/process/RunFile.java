package id.sidik.wire.process;

import id.sidik.wire.config.HostPort;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * {@code <data>/run/<process>.properties}: says that a process serves, and where. Written whole or not at all, once it serves, and
 * removed when it ends. After a crash it stays behind; its {@code pid} tells.
 */
public final class RunFile implements AutoCloseable {
    private final Path file;

    private RunFile(Path file) {
        this.file = file;
    }

    /** Publishes {@code pid}, {@code address} and whatever else peers and the launcher should know. Values hold no line breaks. */
    public static RunFile publish(Path data, String process, HostPort address, Map<String, String> more) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("pid", Long.toString(ProcessHandle.current().pid()));
        entries.put("address", address.toString());
        entries.putAll(more);
        String text = entries.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        Path file = fileOf(data, process);
        replace(file, text);
        return new RunFile(file);
    }

    /** Writes a file of the run folder, whole or not at all; not durable, since no run outlives the machine. */
    static void replace(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** Removes one; none is no failure. */
    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + file, e);
        }
    }

    /** What a process published; nothing when it has not, or has ended. */
    public static Optional<Map<String, String>> read(Path data, String process) {
        Properties entries = new Properties();
        try (Reader reader = Files.newBufferedReader(fileOf(data, process), StandardCharsets.UTF_8)) {
            entries.load(reader);
        } catch (NoSuchFileException notServing) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + fileOf(data, process), e);
        }
        return Optional.of(entries.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, entries::getProperty)));
    }

    /** Where a process serves; nothing when it does not. */
    public static Optional<HostPort> addressOf(Path data, String process) {
        return read(data, process)
                .flatMap(entries -> Optional.ofNullable(entries.get("address")))
                .map(HostPort::parse);
    }

    private static Path fileOf(Path data, String process) {
        return data.resolve("run").resolve(process + ".properties");
    }

    @Override
    public void close() {
        remove(file);
    }
}

package id.sidik.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Figures for programs. */
public final class JsonFile {
    private JsonFile() {}

    /**
     * Writes figures, indented.
     *
     * @throws UncheckedIOException if the file can not be written
     */
    public static void write(JsonNode figures, Path file) {
        try {
            Files.writeString(file, figures.toPrettyString() + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException("The figures can not be written to " + file + ".", e);
        }
    }
}

package id.sidik.bridge.console.bulk;

import com.google.gson.JsonObject;
import de.siegmar.fastcsv.writer.CsvWriter;
import id.sidik.bridge.console.UnusableInputException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** Writes rows to a new file that its owner alone can read. */
public final class RowWriter implements AutoCloseable {
    private final Path file;
    private final RowFormat format;
    private final List<String> fields;
    private final BufferedWriter out;
    private final CsvWriter csv;

    private RowWriter(Path file, RowFormat format, List<String> fields, BufferedWriter out) {
        this.file = file;
        this.format = format;
        this.fields = List.copyOf(fields);
        this.out = out;
        this.csv = CsvWriter.builder().build(out);
    }

    /**
     * Begins a file, which may not be there yet.
     *
     * @param fields in the order of a CSV file's columns
     */
    public static RowWriter create(Path file, List<String> fields) {
        RowFormat format = RowFormat.of(file);
        try {
            Files.createFile(file, ownerOnly());
            RowWriter writer = new RowWriter(file, format, fields, Files.newBufferedWriter(file));
            if (format == RowFormat.CSV) {
                writer.csv.writeRecord(fields);
            }
            return writer;
        } catch (IOException e) {
            throw new UnusableInputException("cannot make " + file + "; it may be there already", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** One row; fields that are absent are empty in CSV and left out of JSON. */
    public void write(Map<String, String> row) {
        switch (format) {
            case CSV ->
                csv.writeRecord(fields.stream()
                        .map(field -> row.getOrDefault(field, ""))
                        .toList());
            case NDJSON -> writeLine(row);
        }
    }

    private void writeLine(Map<String, String> row) {
        JsonObject json = new JsonObject();
        fields.stream().filter(row::containsKey).forEach(field -> json.addProperty(field, row.get(field)));
        try {
            out.write(json + "\n");
        } catch (IOException e) {
            throw new UnusableInputException("cannot write " + file + "; is the disk full?", e);
        }
    }

    @Override
    public void close() {
        try {
            csv.flush();
            out.close();
        } catch (IOException e) {
            throw new UnusableInputException("cannot write " + file + " to its end; is the disk full?", e);
        }
    }
}

package id.sidik.bridge.console.bulk;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import id.sidik.bridge.console.UnusableInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rows of a file, one after the other: a file may be larger than the memory. */
public final class RowReader implements Iterator<RowReader.RowEntry>, AutoCloseable {
    private final AutoCloseable source;
    private final Iterator<RowEntry> entries;

    private RowReader(AutoCloseable source, Iterator<RowEntry> entries) {
        this.source = source;
        this.entries = entries;
    }

    /** What stands on a line. */
    public sealed interface RowEntry {
        /** Where it begins, from 1. */
        long line();

        /** A row. Fields that are empty are left out. */
        record Read(long line, Map<String, String> fields) implements RowEntry {
            public Read {
                fields = Map.copyOf(fields);
            }
        }

        /** Something that is no row. */
        record Broken(long line, String fault) implements RowEntry {}
    }

    /**
     * Opens a file.
     *
     * @throws UnusableInputException when it cannot be read as what its name says
     */
    public static RowReader open(Path file) {
        try {
            return switch (RowFormat.of(file)) {
                case CSV -> csv(file);
                case NDJSON -> ndjson(file);
            };
        } catch (IOException | UncheckedIOException e) {
            throw new UnusableInputException("cannot read " + file + "; check the path", e);
        }
    }

    private static RowReader csv(Path file) throws IOException {
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file);
        Iterator<CsvRecord> records = reader.iterator();
        if (!records.hasNext()) {
            reader.close();
            throw new UnusableInputException(file + " is empty; its first line must name the fields");
        }
        List<String> names =
                records.next().getFields().stream().map(String::strip).toList();
        if (new HashSet<>(names).size() != names.size() || names.contains("")) {
            reader.close();
            throw new UnusableInputException(file + " names a field twice, or not at all, in its first line: " + names);
        }
        return new RowReader(reader, csvEntries(file, records, names));
    }

    private static Iterator<RowEntry> csvEntries(Path file, Iterator<CsvRecord> records, List<String> names) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                try {
                    return records.hasNext();
                } catch (CsvParseException e) {
                    throw new UnusableInputException(
                            file + " is no CSV from some line on: " + e.getMessage()
                                    + "; look for a quote that is not closed",
                            e);
                }
            }

            @Override
            public RowEntry next() {
                return entry(records.next(), names);
            }
        };
    }

    private static RowEntry entry(CsvRecord csv, List<String> names) {
        if (csv.getFieldCount() != names.size()) {
            return new RowEntry.Broken(
                    csv.getStartingLineNumber(),
                    "has " + csv.getFieldCount() + " fields where the first line names " + names.size());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (!csv.getField(i).isBlank()) {
                fields.put(names.get(i), csv.getField(i));
            }
        }
        return new RowEntry.Read(csv.getStartingLineNumber(), fields);
    }

    private static RowReader ndjson(Path file) throws IOException {
        BufferedReader reader = Files.newBufferedReader(file);
        Iterator<String> lines = reader.lines().iterator();
        Iterator<RowEntry> entries = new Iterator<>() {
            private long line;

            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public RowEntry next() {
                line++;
                return entry(line, lines.next());
            }
        };
        return new RowReader(reader, entries);
    }

    private static RowEntry entry(long line, String text) {
        try {
            JsonElement json = JsonParser.parseString(text);
            if (json.isJsonObject()) {
                return fields(json.getAsJsonObject())
                        .<RowEntry>map(fields -> new RowEntry.Read(line, fields))
                        .orElseGet(() ->
                                new RowEntry.Broken(line, "has a field that is neither text, number, true nor false"));
            }
        } catch (JsonParseException notJson) {
            // said below: what it is not is all there is to say
        }
        return new RowEntry.Broken(line, "is no JSON object");
    }

    private static Optional<Map<String, String>> fields(JsonObject json) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> field : json.entrySet()) {
            if (field.getValue().isJsonPrimitive()) {
                fields.put(field.getKey(), field.getValue().getAsString());
            } else if (!field.getValue().isJsonNull()) {
                return Optional.empty();
            }
        }
        return Optional.of(fields);
    }

    @Override
    public boolean hasNext() {
        return entries.hasNext();
    }

    @Override
    public RowEntry next() {
        return entries.next();
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (Exception e) {
            throw new IllegalStateException("cannot close a file that was only read", e);
        }
    }
}

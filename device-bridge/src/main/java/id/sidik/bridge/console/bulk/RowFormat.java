package id.sidik.bridge.console.bulk;

import id.sidik.bridge.console.UnusableInputException;
import java.nio.file.Path;
import java.util.Locale;

/** How a file writes its rows. */
public enum RowFormat {
    /** RFC 4180, UTF-8, the first record names the fields. */
    CSV,
    /** One JSON object a line, UTF-8; values are texts, numbers, true or false. */
    NDJSON;

    /** By the end of the file's name. */
    public static RowFormat of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return CSV;
        }
        if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
            return NDJSON;
        }
        throw new UnusableInputException(file + " is neither .csv nor .ndjson; name it by its format");
    }
}

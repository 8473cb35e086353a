package id.sidik.bridge.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small text that an operator names by its path. */
public final class TextFile {
    private static final long BYTES_MAX = 64 * 1024;

    private TextFile() {}

    /**
     * All of it.
     *
     * @throws UnusableInputException when it cannot be read or is no small text
     */
    public static String read(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new UnusableInputException(file + " has more than 64 KiB; it is not what was asked for");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UnusableInputException("cannot read " + file + "; check the path", e);
        }
    }
}

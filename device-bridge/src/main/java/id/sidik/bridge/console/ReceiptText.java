package id.sidik.bridge.console;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A receipt as a person gives it: its text, or a file that holds it. */
final class ReceiptText {
    private static final int PATH_CHARS_MAX = 4_096;

    private ReceiptText() {}

    static String of(String receiptOrFile) {
        return (isFile(receiptOrFile) ? TextFile.read(Path.of(receiptOrFile)) : receiptOrFile).strip();
    }

    private static boolean isFile(String text) {
        try {
            return text.length() <= PATH_CHARS_MAX && Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}

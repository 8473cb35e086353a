package id.sidik.bridge.console;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A receipt as a person gives it: its text, or a file that holds it. */
final class ReceiptText {
    private static final int PATH_CHARS_MAX = 4_096;

    private static final int SHOWN_CHARS_MAX = 120;

    /** A compact JWS by its form (RFC 7515, 3.1); a file's name has fewer dots, or other characters. */
    private static final Pattern JWS = Pattern.compile("[A-Za-z0-9_-]{16,}(\\.[A-Za-z0-9_-]{16,}){2}");

    private ReceiptText() {}

    static String of(String receiptOrFile) {
        if (isFile(receiptOrFile)) {
            return TextFile.read(Path.of(receiptOrFile)).strip();
        }
        if (!JWS.matcher(receiptOrFile.strip()).matches()) {
            throw new UnusableInputException("there is no file '" + shortened(receiptOrFile)
                    + "', and it is no receipt either: three parts with dots between; check the path");
        }
        return receiptOrFile.strip();
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX) + "...";
    }

    private static boolean isFile(String text) {
        try {
            return text.length() <= PATH_CHARS_MAX && Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}

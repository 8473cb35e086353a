package id.sidik.benchmarks.sets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One impression on disk, named {@code <finger>_<impression>.<ext>}. */
public record PrintFile(String finger, int impression, Path path) {
    private static final Set<String> IMAGE_ENDINGS = Set.of("tif", "tiff", "png", "bmp", "jpg", "jpeg", "wsq");
    private static final Pattern NAME = Pattern.compile("(?<finger>.+)_(?<impression>\\d{1,6})\\.[^.]+");

    /**
     * Reads a file's name; empty if it is no image.
     *
     * @throws BadDataSetException if it is an image whose finger the name does not tell
     */
    static Optional<PrintFile> of(Path path) {
        String name = path.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!IMAGE_ENDINGS.contains(ending)) {
            return Optional.empty();
        }
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new BadDataSetException(
                    "Whose finger is " + path + "? Name images <finger>_<impression>.<ext>, like 101_1.tif.");
        }
        return Optional.of(new PrintFile(matcher.group("finger"), Integer.parseInt(matcher.group("impression")), path));
    }

    public boolean sameFingerAs(PrintFile other) {
        return finger.equals(other.finger);
    }

    /** The bytes of the file. */
    public byte[] content() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The image " + path + " can not be read.", e);
        }
    }
}

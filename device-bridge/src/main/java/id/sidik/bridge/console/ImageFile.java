package id.sidik.bridge.console;

import id.sidik.engine.image.ImageDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** An image that an operator names by its path. */
final class ImageFile {
    private ImageFile() {}

    /** @throws UnusableInputException when it cannot be read or is too large */
    static byte[] read(Path image) {
        try {
            if (Files.size(image) > ImageDecoder.CONTENT_BYTES_MAX) {
                throw new UnusableInputException(image + " is larger than 8 MiB; crop it to one finger or compress it");
            }
            return Files.readAllBytes(image);
        } catch (IOException e) {
            throw new UnusableInputException(
                    "cannot read the image " + image + ": "
                            + e.getClass().getSimpleName().toLowerCase(Locale.ROOT) + "; check the path",
                    e);
        }
    }
}

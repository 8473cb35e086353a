package id.sidik.bridge.facade;

import java.nio.file.Files;
import java.nio.file.Path;

/** Specifications and vectors of others, which lie beside the checkout and never in it. */
public final class SharedFiles {
    private SharedFiles() {}

    public static Path of(String name) {
        Path file = Path.of(System.getProperty("sidik.shared", "../../shared")).resolve(name);
        if (!Files.exists(file)) {
            throw new AssertionError(
                    file + " is missing; put the shared data beside the checkout, or set sidik.shared");
        }
        return file;
    }
}

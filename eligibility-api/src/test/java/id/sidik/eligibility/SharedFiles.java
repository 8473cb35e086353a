package id.sidik.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Specifications and vectors that lie beside the checkout. */
public final class SharedFiles {
    private SharedFiles() {}

    /** Reads a JSON file under the shared folder, or says loudly that it is missing. */
    public static JsonNode json(String relativePath) {
        Path file = Path.of(System.getProperty("sidik.shared", "../../shared")).resolve(relativePath);
        if (!Files.exists(file)) {
            throw new AssertionError("this test needs " + file.toAbsolutePath().normalize()
                    + ": put the shared folder beside the checkout, or set -Dsidik.shared=DIR");
        }
        try {
            return new JsonMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}

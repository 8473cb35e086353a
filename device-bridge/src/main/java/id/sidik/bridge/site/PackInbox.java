package id.sidik.bridge.site;

import id.sidik.eligibility.v1.IssueSitePackResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Packs that somebody carried here on a stick: files that end in {@code .issued}. Each is looked at once, and deleted. */
final class PackInbox {
    private static final Logger LOG = LoggerFactory.getLogger(PackInbox.class);
    private static final long FILE_BYTES_MAX = 64L * 1024 * 1024;

    private final Path folder;

    /** @param folder need not be there */
    PackInbox(Path folder) {
        this.folder = folder;
    }

    /** Deletes those that nobody has looked at. */
    static void destroy(Path folder) throws IOException {
        PackInbox inbox = new PackInbox(folder);
        for (Path file : inbox.files()) {
            Files.delete(file);
        }
    }

    /** The next one, as it was issued; whether it can be trusted is for others to say. */
    Optional<IssueSitePackResponse> takeOne() {
        try {
            List<Path> files = files();
            return files.isEmpty() ? Optional.empty() : Optional.of(taken(files.getFirst()));
        } catch (IOException e) {
            LOG.error("a pack that was carried here cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".issued"))
                    .sorted()
                    .toList();
        }
    }

    private static IssueSitePackResponse taken(Path file) throws IOException {
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new IOException(file + " is longer than a pack can be");
            }
            return IssueSitePackResponse.parseFrom(Files.readAllBytes(file));
        } finally {
            Files.delete(file);
        }
    }
}

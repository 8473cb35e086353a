package id.sidik.eligibility.transparency;

import id.sidik.wire.files.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A signed note in a file, replaced as a whole and durably. */
record NoteFile(Path path) {
    Optional<String> read() throws IOException {
        return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
    }

    void write(String note) throws IOException {
        DurableFiles.replace(path, StandardCharsets.UTF_8.encode(note));
    }
}

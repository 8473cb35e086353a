package id.sidik.wire.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTest {
    @TempDir
    private Path folder;

    @Test
    void replacesAFileAsAWholeAndLeavesNothingBesideIt() throws IOException {
        Path file = folder.resolve("list.jws");
        Files.writeString(folder.resolve("list.jws.new"), "longer, and left by a power cut");

        DurableFiles.replace(file, text("the first one"));
        DurableFiles.replace(file, text("the next"));

        assertThat(file).hasContent("the next");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void makesNoFolder() {
        assertThatThrownBy(() -> DurableFiles.replace(folder.resolve("absent").resolve("list.jws"), text("any")))
                .isInstanceOf(NoSuchFileException.class);
    }

    private static ByteBuffer text(String text) {
        return StandardCharsets.UTF_8.encode(text);
    }
}

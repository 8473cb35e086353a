package id.sidik.benchmarks.galleries;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.engine.synthesis.SyntheticGallery;
import id.sidik.engine.synthesis.SyntheticGalleryReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GalleryCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesTheSameFileWithAnyNumberOfThreads() throws IOException {
        Path one = folder.resolve("one");
        Path three = folder.resolve("three");

        assertThat(run("--subjects=1300", "--fingers=1", "--seed=9", "--out=" + one, "--threads=1"))
                .isZero();
        assertThat(run("--subjects=1300", "--fingers=1", "--seed=9", "--out=" + three, "--threads=3"))
                .isZero();

        assertThat(one).hasSameBinaryContentAs(three);
        assertThat(out.toString()).contains("1,300 subjects with 1 fingers each");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(one))) {
            SyntheticGalleryReader reader = new SyntheticGalleryReader(in);
            assertThat(reader.gallery()).isEqualTo(new SyntheticGallery(9, 1300, 1));
            while (reader.subjectsRead() < 1300) {
                assertThat(reader.next()).hasSize(1);
            }
        }
    }

    @Test
    void saysWhatIsWrongWithTheArguments() {
        assertThat(run("--subjects=0", "--out=" + folder.resolve("x"))).isEqualTo(2);
        assertThat(err.toString()).contains("1 to 1000000000 subjects, not 0");
        assertThat(run("--subjects=5", "--threads=0", "--out=" + folder.resolve("x")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--threads must be 1 to 256: 0");
    }

    private int run(String... arguments) {
        CommandLine commandLine = new CommandLine(new GalleryCommand());
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        int exit = commandLine.execute(arguments);
        commandLine.getOut().flush();
        commandLine.getErr().flush();
        return exit;
    }
}

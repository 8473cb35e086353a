package id.sidik.benchmarks.boxfigures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MeasureCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesFiguresThatSizingReads() throws IOException {
        Path figures = folder.resolve("box.yaml");
        Path disk = folder.resolve("disk");

        assertThat(run("--seconds=1", "--out=" + figures, "--data=" + disk)).isZero();

        assertThat(figures)
                .content()
                .contains("# Measured by: sidik profile measure --seconds 1")
                .containsPattern("size\\.extraction-millis: [0-9.]+")
                .containsPattern("size\\.genuine-comparison-micros: [0-9.]+")
                .containsPattern("size\\.gallery-bytes-per-reference: [0-9.]+")
                .containsPattern("size\\.search-millis-per-million: [0-9.]+")
                .containsPattern("size\\.impostor-comparison-micros: [0-9.]+")
                .containsPattern("size\\.memory-gib-per-second: [0-9.]+")
                .containsPattern("size\\.synced-appends-per-second: [0-9.]+");
        try (Stream<Path> left = Files.list(disk)) {
            assertThat(left).as("left behind").isEmpty();
        }
        StringWriter sized = new StringWriter();
        CommandLine size = new CommandLine(new id.sidik.benchmarks.sizing.SizeCommand());
        size.setOut(new PrintWriter(sized));
        assertThat(size.execute("--subjects=10k", "--measured=" + figures, "--profile=kiosk"))
                .isZero();
        assertThat(sized.toString()).contains("measured");
    }

    @Test
    void refusesATimeThatIsNone() {
        assertThat(run("--seconds=0")).isEqualTo(2);
        assertThat(err.toString()).contains("--seconds must be 1 to 3600: 0.");
    }

    private int run(String... arguments) {
        CommandLine commandLine = new CommandLine(new MeasureCommand());
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(arguments);
    }
}

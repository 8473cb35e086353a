package id.sidik.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StartCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void servesEverybodyAfterEachStartAndLeavesNothing() throws Exception {
        Path data = folder.resolve("disk");
        Path json = folder.resolve("start.json");

        assertThat(run("--subjects=300", "--threads=2", "--data=" + data, "--json=" + json))
                .as("%s", out)
                .isZero();

        JsonNode figures = JsonMapper.builder().build().readTree(json.toFile());
        assertThat(figures.get("subjects").asInt()).isEqualTo(300);
        assertThat(figures.get("startSeconds").asDouble()).isPositive();
        assertThat(figures.get("startWithoutSegmentsSeconds").asDouble()).isPositive();
        assertThat(out.toString()).contains("Serving 300 subjects", "with kept segments, 2 threads", "without them");
        try (Stream<Path> left = Files.list(data)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void refusesNobody() {
        assertThat(run("--subjects=0")).isEqualTo(2);
        assertThat(out.toString()).contains("--subjects", "0");
    }

    private int run(String... args) {
        PrintWriter writer = new PrintWriter(out, true);
        return new CommandLine(new StartCommand()).setOut(writer).setErr(writer).execute(args);
    }
}

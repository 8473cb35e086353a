package id.sidik.benchmarks.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SizeCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void saysHowManyBoxesAndHowItKnows() {
        assertThat(run("--subjects=120M", "--fingers=2", "--gates-per-second=300"))
                .isZero();

        assertThat(out.toString())
                .contains("references = 120,000,000 subjects x 2 fingers = 240,000,000", "assumed", "kiosk", "central")
                .contains("needs a router")
                .doesNotContain(" measured ");
    }

    @Test
    void marksWhatWasMeasured() throws IOException {
        Path measured = Files.writeString(folder.resolve("box.yaml"), "# a box\nsize.extraction-millis: 20.5\n");

        assertThat(run("--subjects=10k", "--measured=" + measured, "--json")).isZero();

        JsonNode root = new JsonMapper().readTree(out.toString());
        assertThat(root.get("advised").textValue()).isEqualTo("kiosk");
        JsonNode extraction = root.get("profiles").get(0).get("figures").get(0);
        assertThat(extraction.get("key").textValue()).isEqualTo("size.extraction-millis");
        assertThat(extraction.get("value").doubleValue()).isEqualTo(20.5);
        assertThat(extraction.get("origin").textValue()).isEqualTo("MEASURED");
    }

    @Test
    void saysWhatIsWrongWithTheQuestion() throws IOException {
        assertThat(run("--subjects=many")).isEqualTo(2);
        assertThat(err.toString()).contains("must be a number such as 800, 10k");
        assertThat(run("--subjects=1", "--fingers=0")).isEqualTo(2);
        assertThat(err.toString()).contains("--fingers must be 1 to 10: 0");
        assertThat(run("--subjects=1", "--profile=palace")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no profile palace");
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "size.luck: 7\n");
        assertThat(run("--subjects=1", "--measured=" + bad)).isEqualTo(2);
        assertThat(err.toString()).contains("unknown figure size.luck");
    }

    private int run(String... arguments) {
        CommandLine commandLine = new CommandLine(new SizeCommand());
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(arguments);
    }
}

package id.sidik.benchmarks.galleries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.sidik.benchmarks.prints.SynthCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RealismCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void holdsSyntheticFingersAgainstPictures() throws IOException {
        Path prints = folder.resolve("prints");
        Path json = folder.resolve("figures.json");
        assertThat(run(new SynthCommand(), "--seed=5", "--count=3", "--impressions=2", "--out=" + prints))
                .isZero();

        assertThat(run(new RealismCommand(), "--data=" + prints, "--fingers=20", "--statistics", "--json=" + json))
                .as(err.toString())
                .isZero();

        JsonNode root = new JsonMapper().readTree(json.toFile());
        assertThat(root.get("kolmogorovSmirnov")).hasSize(5);
        JsonNode scores = root.get("scores of strangers");
        assertThat(scores.get("realReal").get("pairs").intValue())
                .as("pairs of two fingers")
                .isEqualTo(3 * 4);
        assertThat(scores.get("realSynthetic").get("pairs").intValue()).isEqualTo(6 * 20);
        assertThat(scores.get("syntheticSynthetic").get("pairs").intValue()).isEqualTo(20 * 19 / 2);
        assertThat(out.toString())
                .contains(
                        "6 real, 20 synthetic",
                        "real x synthetic",
                        ".9999",
                        "likest codes",
                        "% with the fan",
                        "spread of fingers");
    }

    @Test
    void saysWhatIsWrongWithTheArguments() {
        assertThat(run(new RealismCommand(), "--data=" + folder.resolve("nowhere")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("There is no folder");
        assertThat(run(new RealismCommand(), "--data=" + folder, "--fingers=0")).isEqualTo(2);
        assertThat(err.toString()).contains("--fingers must be 1 to 10000: 0");
    }

    private int run(Runnable command, String... arguments) {
        CommandLine commandLine = new CommandLine(command);
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        int exit = commandLine.execute(arguments);
        commandLine.getOut().flush();
        commandLine.getErr().flush();
        return exit;
    }
}

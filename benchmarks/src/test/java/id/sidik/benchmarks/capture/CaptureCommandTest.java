package id.sidik.benchmarks.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.sidik.bridge.browser.Chromium;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** One capture through an emulated scanner, a real bridge, gate and matcher. What it takes is not for a test to say. */
class CaptureCommandTest {
    private static final double ROUNDING_MILLIS = 0.1;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void accountsForAllOfTheTimeStageByStage() throws Exception {
        JsonNode figures =
                measured("--scanner=usb", "--scanner=usb", "--drawn-captures=0").get("usb");
        assertThat(figures.get("captures").intValue()).isEqualTo(1);
        JsonNode stages = figures.get("stages");
        double sum = 0;
        for (Stage stage : Stage.values()) {
            double millis = stages.get(stage.words()).get("medianMillis").doubleValue();
            assertThat(millis).as(stage.words()).isNotNegative();
            sum += stage == Stage.WHOLE ? 0 : millis;
        }
        assertThat(sum)
                .isCloseTo(stages.get("capture to answer").get("medianMillis").doubleValue(), within(ROUNDING_MILLIS));
        for (Stage passed :
                new Stage[] {Stage.TRANSFER, Stage.EXTRACTION, Stage.LAMP, Stage.SEALING, Stage.DECISION, Stage.PAGE}) {
            assertThat(stages.get(passed.words()).get("medianMillis").doubleValue())
                    .as(passed.words())
                    .isPositive();
        }
        assertThat(out.toString()).contains("ZFM-20 on USB-CDC", "of which ridges and minutiae");
        assertThat(out.toString().lines().filter(line -> line.contains("ridges and minutiae")))
                .as("what is written is what is printed")
                .singleElement()
                .asString()
                .contains(String.format(
                        Locale.ROOT,
                        " %.2f",
                        stages.get("of which ridges and minutiae")
                                .get("medianMillis")
                                .doubleValue()));
    }

    @Test
    void timesWhatARealBrowserDraws() throws Exception {
        assertThat(Chromium.missing())
                .as("the kiosk is measured in a real browser")
                .isEmpty();

        JsonNode drawing = measured("--scanner=usb", "--drawn-captures=2").get("drawing");
        assertThat(drawing.get("captures").intValue()).isEqualTo(2);
        for (Drawn what : Drawn.values()) {
            assertThat(drawing.get("stages")
                            .get(what.words())
                            .get("medianMillis")
                            .doubleValue())
                    .as(what.words())
                    .isPositive();
        }
        assertThat(out.toString()).contains("the page in Chromium", "answer drawn in the browser");
    }

    @Test
    void namesTheScannersThatThereAre() {
        assertThat(run("--scanner=rs232")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("there is no scanner rs232", "usb, libfprint, 115200, 57600");
    }

    /** The figures of one capture each. */
    private JsonNode measured(String... more) throws IOException {
        Path json = folder.resolve("figures.json");
        List<String> arguments = new ArrayList<>(List.of(
                "--captures=1", "--warm-up=0", "--visitors=1", "--data=" + folder.resolve("disk"), "--json=" + json));
        arguments.addAll(List.of(more));
        assertThat(run(arguments.toArray(String[]::new))).as("%s", err).isZero();
        return new JsonMapper().readTree(json.toFile());
    }

    private int run(String... arguments) {
        return new CommandLine(new CaptureCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}

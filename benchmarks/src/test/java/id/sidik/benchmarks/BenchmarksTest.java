package id.sidik.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchmarksTest {
    private static final List<String> RATES = List.of("eer", "fmr100", "fmr1000", "fmr10000", "zeroFmr");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void countsTheErrorsOfBothEnginesOnSyntheticPrints() throws IOException {
        Path prints = folder.resolve("tiny");
        Path json = folder.resolve("figures.json");
        assertThat(run("synth", "--seed", "5", "--count", "3", "--impressions", "2", "--out", prints.toString()))
                .isZero();
        Files.write(prints.resolve("7_3.png"), new byte[] {1, 2, 3}); // an image that nobody can read

        assertThat(run("accuracy", "--data", prints.toString(), "--json", json.toString(), "--threads", "2"))
                .isZero();

        JsonNode root = new JsonMapper().readTree(json.toFile());
        assertThat(root.fieldNames()).toIterable().startsWith("sets", "pooled", "extractMillisMedian");
        JsonNode set = root.get("sets").get(0);
        assertThat(set.fieldNames())
                .toIterable()
                .containsExactly("name", "images", "failedToExtract", "genuine", "impostor", "sidik", "sourceafis");
        assertThat(set.get("name").textValue()).isEqualTo("tiny");
        assertThat(set.get("images").intValue()).isEqualTo(7);
        assertThat(set.get("failedToExtract").intValue()).isEqualTo(1);
        assertThat(set.get("genuine").intValue()).isEqualTo(1 + 1 + 3);
        assertThat(set.get("impostor").intValue()).isEqualTo(2 * 2 + 2 * 3 + 2 * 3);
        for (String engine : List.of("sidik", "sourceafis")) {
            assertThat(set.get(engine).fieldNames()).toIterable().containsExactlyElementsOf(RATES);
            assertThat(set.get(engine).get("zeroFmr").doubleValue())
                    .as("the two pairs of 7 with the unreadable image do not match")
                    .isEqualTo(2 / 5.0);
            assertThat(root.get("pooled").get(engine)).isEqualTo(set.get(engine));
            assertThat(root.get("extractMillisMedian").get(engine).doubleValue())
                    .isPositive();
        }
        assertThat(root.get("stages").get("sidik").get("prepareMicrosMedian").doubleValue())
                .isPositive();
        assertThat(root.get("sideBySide").get("worse")).isNotNull();
        assertThat(out.toString()).contains("tiny", "sidik", "sourceafis", "pooled", "40.00");
    }

    @Test
    void turnsAndShiftsProbesAndRefusesTheWorst() throws IOException {
        Path prints = folder.resolve("tiny");
        Path json = folder.resolve("figures.json");
        Path nfiq2 = Files.writeString(
                folder.resolve("nfiq2.csv"), "file,name,score\ntiny/5_1.png,a,60\ntiny/6_1.png,b,40\n");
        assertThat(run("synth", "--seed=5", "--count=2", "--impressions=2", "--out=" + prints))
                .isZero();

        assertThat(run(
                        "accuracy",
                        "--data=" + prints,
                        "--transforms",
                        "--quality",
                        "--nfiq2=" + nfiq2,
                        "--not-fingers",
                        "--json=" + json))
                .isZero();

        JsonNode root = new JsonMapper().readTree(json.toFile());
        assertThat(root.get("transforms").get("sidik")).hasSize(1 + 6 + 4);
        assertThat(root.get("overlap").get("sidik")).hasSize(1 + 2 * 4);
        assertThat(root.get("transforms").get("sidik").get(0).get("fnmr").doubleValue())
                .isZero();
        assertThat(root.get("quality").get("rejectCurve")).hasSize(5);
        assertThat(root.get("quality").get("nfiq2Images").intValue()).isEqualTo(2);
        JsonNode blank = root.get("notFingers").get("BLANK");
        assertThat(blank.get("refused").intValue())
                .isEqualTo(blank.get("pictures").intValue());
        assertThat(out.toString()).contains("-45 deg", "40 % off the left", "Spearman", "FACE");
    }

    @Test
    void plotsTheErrorsOfBothEnginesAgainstADial() throws IOException {
        Path json = folder.resolve("figures.json");
        Path plots = folder.resolve("plots");

        assertThat(run(
                        "robustness",
                        "--dial=lost-contact",
                        "--fingers=3",
                        "--probes=1",
                        "--steps=2",
                        "--json=" + json,
                        "--out=" + plots))
                .isZero();

        JsonNode dial = new JsonMapper().readTree(json.toFile()).get("dials").get(0);
        assertThat(dial.get("dial").textValue()).isEqualTo("lost-contact");
        for (String engine : List.of("sidik", "sourceafis")) {
            assertThat(dial.get(engine)).hasSize(3);
            assertThat(dial.get(engine).get(0).get("value").doubleValue()).isZero();
            assertThat(dial.get(engine).get(0).get("fnmr").doubleValue())
                    .as("FNMR of unspoilt probes")
                    .isZero();
        }
        assertThat(plots.resolve("lost-contact.svg")).content().contains("sidik", "sourceafis", "lost-contact");
        assertThat(out.toString()).contains("lost-contact", "share of the contact area missing", "0.80");
    }

    @Test
    void weighsTemplatesInEveryFormat() {
        Path prints = folder.resolve("tiny");
        assertThat(run("synth", "--seed", "5", "--count", "2", "--impressions", "2", "--out", prints.toString()))
                .isZero();

        assertThat(run("templates", "--data", prints.toString())).isZero();

        assertThat(out.toString())
                .contains(
                        "4 prints", "sidik/1", "ISO/IEC 19794-2:2005", "ISO/IEC 19794-2:2011", "ANSI INCITS 378-2004");
        assertThat(run("templates", "--data", folder.resolve("nowhere").toString()))
                .isEqualTo(2);
    }

    @Test
    void saysWhatIsWrongWithTheArguments() {
        assertThat(run("accuracy", "--data", folder.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("There is no folder", "nowhere");

        assertThat(run("synth", "--count", "0", "--out", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--count must be 1 to 100000: 0");

        assertThat(run("accuracy", "--data", folder.toString(), "--threads", "0"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--threads must be 1 to 256: 0");

        Path prints = folder.resolve("two");
        assertThat(run("synth", "--count=2", "--impressions=2", "--out=" + prints))
                .isZero();
        assertThat(run("accuracy", "--data=" + prints, "--cross-set")).isEqualTo(2);
        assertThat(err.toString()).contains("--cross-set needs two sets");
        assertThat(run("accuracy", "--data=" + prints, "--same-fingers=a")).isEqualTo(2);
        assertThat(err.toString()).contains("two sets as A=B");

        assertThat(run("robustness", "--dial", "luck")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no dial luck");

        assertThat(run("robustness", "--fmr", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--fmr must be above 0");
    }

    private int run(String... arguments) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        int exit = commandLine.execute(arguments);
        commandLine.getOut().flush();
        commandLine.getErr().flush();
        return exit;
    }
}

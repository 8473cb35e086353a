package id.sidik.benchmarks.identify;

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

class IdentifyCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void findsRealPeopleAmongSyntheticOnes() throws IOException {
        Path prints = prints();
        Path json = folder.resolve("figures.json");
        Path plot = folder.resolve("growth.svg");

        assertThat(identify(
                        "--subjects=300",
                        "--fingers=2",
                        "--data=" + prints,
                        "--threads=2",
                        "--searches=6",
                        "--exhaustive-subjects=200",
                        "--growth=0.1k",
                        "--plot=" + plot,
                        "--batch=4",
                        "--more-threads=3",
                        "--churn=200",
                        "--filter-share=0.5,0.1",
                        "--warm-up-seconds=0",
                        "--json=" + json))
                .as(err.toString())
                .isZero();

        JsonNode root = new JsonMapper().readTree(json.toFile());
        assertThat(root.fieldNames())
                .toIterable()
                .containsExactly(
                        "subjects",
                        "threads",
                        "indexBytes",
                        "bytesPerSubject",
                        "buildSeconds",
                        "loadSeconds",
                        "searchMillis",
                        "nonMatedSearches",
                        "matedSearches",
                        "rank1",
                        "fnirAtFpir1e2",
                        "fnirAtFpir1e3",
                        "growth",
                        "throughput",
                        "filtered",
                        "churn",
                        "throughputOfMoreThreads",
                        "exhaustive",
                        "sourceafis");
        assertThat(root.get("subjects").intValue()).isEqualTo(300);
        assertThat(root.get("matedSearches").intValue()).isEqualTo(6);
        assertThat(root.get("rank1").doubleValue()).isEqualTo(1);
        assertThat(root.get("fnirAtFpir1e2").doubleValue()).isZero();
        assertThat(root.get("searchMillis").get("median").doubleValue()).isPositive();
        assertThat(root.get("growth")).hasSize(2);
        assertThat(root.get("exhaustive").get("rank1").doubleValue()).isEqualTo(1);
        assertThat(root.get("sourceafis").get("comparisonsPerSecond").doubleValue())
                .isPositive();
        assertThat(root.get("churn").get("longestAddMillis").doubleValue()).isPositive();
        assertThat(root.get("churn").has("longestRemoveMillis")).isTrue();
        assertThat(root.get("churn").has("longestSwapMillis")).isTrue();
        assertThat(root.get("filtered")).hasSize(2);
        assertThat(root.get("filtered").get(0).get("rank1").doubleValue()).isEqualTo(1);
        assertThat(root.get("filtered").get(1).get("subjectsConsidered").longValue())
                .as("a tenth of the nobodies, and everybody who is real")
                .isBetween(30L, 40L);
        assertThat(plot).content().contains("rank-1", "memory");
        assertThat(out.toString())
                .contains(
                        "B a subject",
                        "3 threads, batches of 4",
                        "an upper bound",
                        "Bare SourceAFIS",
                        "The longest addition took",
                        "Filtered to 10.0 %");
    }

    @Test
    void neverTakesAPersonForAStrangerOfHerself() throws IOException {
        Path prints = prints();
        Path json = folder.resolve("figures.json");
        String name = prints.getFileName().toString();

        assertThat(identify(
                        "--subjects=20",
                        "--data=" + prints,
                        "--same-fingers=" + name + "/5=" + name + "/7",
                        "--searches=4",
                        "--exhaustive-subjects=0",
                        "--warm-up-seconds=0",
                        "--json=" + json))
                .as(err.toString())
                .isZero();

        assertThat(new JsonMapper().readTree(json.toFile()).get("exhaustive")).isNull();
    }

    @Test
    void saysWhatIsWrongWithTheArguments() {
        assertThat(identify("--subjects=10", "--data=" + folder.resolve("nowhere")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("There is no folder");
        assertThat(identify("--subjects=10", "--fingers=1", "--data=" + folder)).isEqualTo(2);
        assertThat(err.toString()).contains("--fingers must be 2 to 2: 1");
        assertThat(identify("--subjects=10", "--growth=1k", "--data=" + folder)).isEqualTo(2);
        assertThat(err.toString()).contains("--growth goes up to --subjects, not to 1000");
        assertThat(identify("--subjects=10", "--growth=many", "--data=" + folder))
                .isEqualTo(2);
        assertThat(err.toString()).contains("a size is written like 500, 10k or 1.6M, not many");
    }

    private Path prints() {
        Path prints = folder.resolve("prints");
        assertThat(run(new SynthCommand(), "--seed=5", "--count=4", "--impressions=3", "--out=" + prints))
                .isZero();
        return prints;
    }

    private int identify(String... arguments) {
        return run(new IdentifyCommand(), arguments);
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

package id.sidik.bridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import id.sidik.bridge.FakeGate;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.process.RunFile;
import id.sidik.wire.proof.CompactJws;
import id.sidik.wire.proof.Ed25519;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private static final String NID = "3174011708850003";

    @TempDir
    Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enrol",
                "verify",
                "identify",
                "dedupe",
                "withdraw",
                "check",
                "contribute",
                "status",
                "trust",
                "template",
                "template convert",
                "template show",
                "demo",
                "explain",
                "audit",
                "audit verify",
                "audit show",
                "audit search",
                "audit head",
                "audit receipt"
            })
    void everyCommandExplainsItself(String command) {
        assertThat(run((command + " --help").split(" ", -1))).isZero();
        assertThat(out.toString()).contains("Usage: sidik " + command);
    }

    @Test
    void refusesAnUnknownCommandAndAMissingOption() {
        assertThat(run("enroll")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run("verify", "finger.png")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("--nid");
    }

    @Test
    void enrolsNobodyWithoutAStatementOfConsent() {
        assertThat(run("enrol", "--data", data.toString(), "--nid", NID, "--name", "Budi Santoso", "finger.png"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("--consent");
    }

    @Test
    void saysOfAReceiptThatIsNotThereThatItIsNotThere() throws IOException {
        Files.createDirectories(data.resolve("trust-of-receipts"));

        assertThat(run(
                        "receipt",
                        "verify",
                        "--trust",
                        data.resolve("trust-of-receipts").toString(),
                        data.resolve("adm.jws").toString()))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("there is no file").contains("adm.jws");
        assertThat(out.toString()).doesNotContain("GENUINE");
    }

    @Test
    void namesTheFileThatCannotBeRead() {
        run("trust", "--data", data.toString());

        assertThat(run("verify", "--data", data.toString(), "--nid", NID, "no-such-finger.png"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("no-such-finger.png");
    }

    @Test
    void namesTheWordsThatThereAreForAWrongOne() throws IOException {
        run("trust", "--data", data.toString());
        Path image = Files.write(data.resolve("finger.png"), new byte[] {1});

        assertThat(run("verify", "--data", data.toString(), "--nid", NID, "--finger", "pinky", image.toString()))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .contains("'pinky'", "right-index", "left-little")
                .doesNotContain("unrecognized");
    }

    @Test
    void readsWhomASearchMayMeanBeforeItAsks() throws IOException {
        run("trust", "--data", data.toString());
        String image = Files.write(data.resolve("finger.png"), new byte[] {1}).toString();

        assertThat(run("identify", "--data", data.toString(), "--born", "85-90", image))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run("identify", "--data", data.toString(), "--sex", "women", image))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("85-90", "'women'", "male, female");
        assertThat(run(
                        "identify",
                        "--data",
                        data.toString(),
                        "--born=1985",
                        "--sex=female",
                        "--region=31,3273",
                        "--budget=500",
                        image))
                .as("all of it is understood, and nobody is there to be asked")
                .isEqualTo(ExitCode.UNREACHABLE);
    }

    @Test
    void saysHowToStartAServiceThatIsNotThere() {
        run("trust", "--data", data.toString());

        assertThat(run("withdraw", "--data", data.toString(), "--nid", NID, "--reason", "asked"))
                .isEqualTo(ExitCode.UNREACHABLE);
        assertThat(err.toString()).contains("./sidik up");
        assertThat(run("status", "--data", data.toString())).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(out.toString()).contains("matcher", "ABSENT");
    }

    @Test
    void saysWhatTheGateServesBesideGrpc() {
        run("trust", "--data", data.toString());
        try (RunFile _ = RunFile.publish(
                data, "eligibility", new HostPort("127.0.0.1", 1), Map.of("rest", "https://127.0.0.1:7444/"))) {
            assertThat(run("status", "--data", data.toString())).isEqualTo(ExitCode.UNREACHABLE);
        }

        assertThat(out.toString().lines()).anyMatch(line -> line.matches("rest +https://127.0.0.1:7444/"));
    }

    @Test
    void reportsTheReasonOfARefusal() throws IOException {
        try (FakeGate gate = FakeGate.start(data)) {
            assertThat(gate.address().port()).isPositive();
            assertThat(run("withdraw", "--data", data.toString(), "--nid", NID, "--reason", "asked"))
                    .isEqualTo(ExitCode.BAD_INPUT);
            assertThat(err.toString()).contains("UNIMPLEMENTED");
        }
    }

    @Test
    void checksAReceiptOfflineAndRefusesAChangedOne() throws IOException, GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path pem = Files.writeString(data.resolve("receipts.pem"), Ed25519.toPem(keys.getPublic()));
        String receipt = CompactJws.sign("sidik-receipt+jwt", "r1", "{\"outcome\":\"granted\"}", keys.getPrivate());
        Path file = Files.writeString(data.resolve("receipt.jws"), receipt);

        assertThat(run("audit", "receipt", "--key", pem.toString(), file.toString()))
                .isEqualTo(ExitCode.YES);
        assertThat(run("audit", "receipt", "--key", pem.toString(), receipt)).isEqualTo(ExitCode.YES);
        assertThat(out.toString()).contains("genuine: {\"outcome\":\"granted\"}");

        String changed = receipt.substring(0, receipt.length() - 8) + "AAAAAAAA";
        assertThat(run("audit", "receipt", "--key", pem.toString(), changed)).isEqualTo(ExitCode.NO);
        assertThat(run("audit", "receipt", "--key", data.resolve("none.pem").toString(), receipt))
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    private int run(String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    @Test
    void theDoctorAnswersForProgramsAboutWhateverMachineThisIs() {
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), "doctor", "--json", "--data", data.toString());

        JsonArray checks =
                JsonParser.parseString(out.toString()).getAsJsonObject().getAsJsonArray("checks");
        assertThat(checks)
                .extracting(check -> check.getAsJsonObject().get("check").getAsString())
                .contains("bridge", "settings", "groups", "udev rule", "libfprint", "secret files", "disk");
        boolean hasFailed = out.toString().contains("\"failed\"");
        assertThat(hasFailed).as("no bridge runs here").isTrue();
        assertThat(code).isEqualTo(ExitCode.NO);
    }
}

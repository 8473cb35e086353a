package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import id.sidik.bridge.console.Main;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What helps a member without fingers, on the command line; over mutual TLS and with officers' tokens to a live gate. */
class FallbackConsoleTest {
    private static final String SITI = "3174015708850003";
    private static final String NID = "--nid=" + SITI;
    private static final String PURPOSE = "--purpose=hospital-admission";
    private static final String FACILITY = "--facility=RSUD-01";

    @TempDir
    private Path data;

    private String said = "";

    @Test
    void cardAndPinThenTwoOfficers() throws IOException {
        try (Appliance appliance = Appliance.startWithoutMatcher(data)) {
            assertThat(appliance).isNotNull();
            registerSiti();
            servesByPin(undetermined());
            servesByOfficers(undetermined());
        }
    }

    private void registerSiti() throws IOException {
        Path members = data.resolve("members.csv");
        Files.writeString(members, "nid,full_name,segment,programmes\n" + SITI + ",Siti Rahayu,informal,JKN\n");
        assertThat(run("import", "members", members.toString())).isZero();
        assertThat(run(
                        "contribute",
                        NID,
                        "--programme=jkn",
                        "--period=" + YearMonth.now(ZoneOffset.UTC),
                        "--amount=150000",
                        "--channel=bank-transfer"))
                .isZero();
    }

    private String undetermined() throws IOException {
        Path image = data.resolve("finger.png");
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY), "png", image.toFile());
        assertThat(run("check", NID, PURPOSE, FACILITY, "--json", image.toString()))
                .isEqualTo(1);
        return json().get("decisionId").getAsString();
    }

    private void servesByPin(String decisionId) {
        assertThat(run("fallback", "pin", NID, "--pin=111111"))
                .as("a stranger's first guess")
                .isEqualTo(2);
        assertThat(run("fallback", "pin", NID, "--pin=271828")).isZero();
        String fallback = open("card-pin", decisionId);
        assertThat(run("fallback", "answer", fallback, "--pin=314159")).isEqualTo(1);
        assertThat(said).contains("2 tries left");
        assertThat(run("fallback", "answer", fallback, "--pin=271828")).isZero();

        assertThat(run("check", NID, PURPOSE, FACILITY, "--fallback=" + fallback))
                .as(said)
                .isZero();
        assertThat(said).contains("Granted: JKN").contains("BIO-006 CARD_PIN");
        assertThat(run("fallback", "show", fallback)).isZero();
        assertThat(said).contains("used");
    }

    private void servesByOfficers(String decisionId) throws IOException {
        String fallback = open("officer-override", decisionId);
        String ani = "--token=" + token("ani");
        assertThat(run("fallback", "vouch", fallback, ani, "--reason=known to me"))
                .isEqualTo(1);
        assertThat(said).contains("awaiting-second-officer");
        assertThat(run("fallback", "vouch", fallback, ani, "--reason=known to me"))
                .as("the same officer")
                .isEqualTo(2);
        assertThat(run("fallback", "vouch", fallback, "--token=" + token("budi"), "--reason=known to me"))
                .isZero();

        assertThat(run("check", NID, PURPOSE, FACILITY, "--fallback=" + fallback))
                .isZero();
        assertThat(said).contains("BIO-006 OFFICER_OVERRIDE");
    }

    private String open(String method, String decisionId) {
        assertThat(run(
                        "fallback",
                        "open",
                        NID,
                        "--method=" + method,
                        PURPOSE,
                        FACILITY,
                        "--after=" + decisionId,
                        "--json"))
                .as(said)
                .isZero();
        return json().get("fallbackId").getAsString();
    }

    private Path token(String officer) throws IOException {
        assertThat(run("token", "--role=operator", "--subject=" + officer))
                .as(said)
                .isZero();
        return Files.writeString(data.resolve(officer + ".token"), said);
    }

    private JsonObject json() {
        return JsonParser.parseString(said).getAsJsonObject();
    }

    private int run(String... command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] whole = Stream.concat(Arrays.stream(command), Stream.of("--data=" + data))
                .toArray(String[]::new);
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), whole);
        said = code == 0 || code == 1 ? out.toString() : err.toString();
        return code;
    }
}

package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
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

    private final Console console = new Console();

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
        assertThat(console.run(data, "import", "members", members.toString())).isZero();
        assertThat(console.run(
                        data,
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
        assertThat(console.run(data, "check", NID, PURPOSE, FACILITY, "--json", image.toString()))
                .isEqualTo(1);
        return json().get("decisionId").getAsString();
    }

    private void servesByPin(String decisionId) {
        assertThat(console.run(data, "fallback", "pin", NID, "--pin=111111"))
                .as("a stranger's first guess")
                .isEqualTo(2);
        assertThat(console.run(data, "fallback", "pin", NID, "--pin=271828")).isZero();
        String fallback = open("card-pin", decisionId);
        assertThat(console.run(data, "fallback", "answer", fallback, "--pin=314159"))
                .isEqualTo(1);
        assertThat(console.said()).contains("2 tries left");
        assertThat(console.run(data, "fallback", "answer", fallback, "--pin=271828"))
                .isZero();

        assertThat(console.run(data, "check", NID, PURPOSE, FACILITY, "--fallback=" + fallback))
                .as(console.said())
                .isZero();
        assertThat(console.said()).contains("Granted: JKN").contains("BIO-006 CARD_PIN");
        assertThat(console.run(data, "fallback", "show", fallback)).isZero();
        assertThat(console.said()).contains("used");
        assertThat(console.run(data, "audit", "search", "--type=PIN_SET", NID)).isZero();
        assertThat(console.said()).contains("PIN_SET").doesNotContain("FALLBACK_OPENED");
        assertThat(console.run(data, "audit", "search", "--type=PIN_SETS")).isEqualTo(2);
        assertThat(console.said()).contains("EVENT_TYPE_UNKNOWN").contains("audit search --types");
        assertThat(console.run(data, "audit", "search", "--types")).isZero();
        assertThat(console.said()).contains("PIN_SET", "PIN of a card set");
    }

    private void servesByOfficers(String decisionId) throws IOException {
        String fallback = open("officer-override", decisionId);
        String ani = "--token=" + token("ani");
        assertThat(console.run(data, "fallback", "vouch", fallback, ani, "--reason=known to me"))
                .isEqualTo(1);
        assertThat(console.said()).contains("awaiting-second-officer");
        assertThat(console.run(data, "fallback", "vouch", fallback, ani, "--reason=known to me"))
                .as("the same officer")
                .isEqualTo(2);
        assertThat(console.run(data, "fallback", "vouch", fallback, "--token=" + token("budi"), "--reason=known to me"))
                .isZero();

        assertThat(console.run(data, "check", NID, PURPOSE, FACILITY, "--fallback=" + fallback))
                .isZero();
        assertThat(console.said()).contains("BIO-006 OFFICER_OVERRIDE");
    }

    private String open(String method, String decisionId) {
        assertThat(console.run(
                        data,
                        "fallback",
                        "open",
                        NID,
                        "--method=" + method,
                        PURPOSE,
                        FACILITY,
                        "--after=" + decisionId,
                        "--json"))
                .as(console.said())
                .isZero();
        return json().get("fallbackId").getAsString();
    }

    private Path token(String officer) throws IOException {
        assertThat(console.run(data, "token", "--role=operator", "--subject=" + officer))
                .as(console.said())
                .isZero();
        return Files.writeString(data.resolve(officer + ".token"), console.said());
    }

    private JsonObject json() {
        return JsonParser.parseString(console.said()).getAsJsonObject();
    }
}

package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.bridge.BridgeProcess;
import id.sidik.bridge.console.Main;
import id.sidik.bridge.console.Services;
import id.sidik.bridge.emulator.ScannerEmulator;
import id.sidik.bridge.v1.CheckRequest;
import id.sidik.bridge.v1.Guidance;
import id.sidik.bridge.v1.JourneyStep;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.engine.synthesis.SyntheticFinger;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bridge whose captures the gate believes, from the serial line on; no matcher runs, so whoever is believed is not enrolled. */
class DeviceConsoleTest {
    private static final String SITI = "3174015708850003";
    private static final String COUNTER = "counter-1";
    private static final int FINGERS_FROM = 7_501;

    @TempDir
    private Path data;

    private String said = "";

    @Test
    void fromItsRegistrationToItsEnd() throws Exception {
        try (Appliance appliance = Appliance.startWithoutMatcher(data);
                BridgeProcess bridge = DemoTest.bridge(data);
                ScannerEmulator scanner = DemoTest.scanner(data)) {
            assertThat(appliance).isNotNull();
            assertThat(bridge).isNotNull();
            registerSiti();

            assertThat(run("device", "register", "--facility=" + COUNTER))
                    .as(said)
                    .isZero();
            assertThat(causeAtTheScanner(scanner, 1)).isEqualTo("NOT_ENROLLED");
            assertThat(causeOfAnImageFromADisk()).isEqualTo("DEVICE_NOT_TRUSTED");

            assertThat(run("device", "rotate")).as(said).isZero();
            assertThat(causeAtTheScanner(scanner, 2))
                    .as("the next key is followed")
                    .isEqualTo("NOT_ENROLLED");

            assertThat(run("device", "list", "--facility=" + COUNTER)).isZero();
            assertThat(run("device", "revoke", said.split(" ", 2)[0])).as(said).isZero();
            assertThat(causeAtTheScanner(scanner, 3)).isEqualTo("DEVICE_NOT_TRUSTED");
        }
    }

    private void registerSiti() throws IOException {
        Path members = data.resolve("members.csv");
        Files.writeString(members, "nid,full_name,segment,programmes\n" + SITI + ",Siti Rahayu,informal,JKN\n");
        assertThat(run("import", "members", members.toString())).isZero();
    }

    private String causeAtTheScanner(ScannerEmulator scanner, int capture) {
        try (Services services = Services.of(data, InstantSource.system())) {
            Iterator<JourneyStep> steps = services.bridge()
                    .check(CheckRequest.newBuilder()
                            .setIdempotencyKey("capture-" + capture)
                            .setNid(SITI)
                            .setPurpose(Purpose.HOSPITAL_ADMISSION)
                            .setFinger(FingerPosition.RIGHT_INDEX)
                            .build());
            JourneyStep last = JourneyStep.getDefaultInstance();
            while (steps.hasNext()) {
                last = steps.next();
                if (last.getPrompt().getGuidance() == Guidance.PLACE_FINGER) {
                    scanner.layFinger(SyntheticFinger.of(FINGERS_FROM + capture).impression(1));
                }
            }
            return last.getDecision().getUndetermined().getCause();
        } finally {
            scanner.liftFinger();
        }
    }

    private String causeOfAnImageFromADisk() throws IOException {
        Path image = data.resolve("finger.png");
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY), "png", image.toFile());
        run("check", "--nid=" + SITI, "--purpose=hospital-admission", "--facility=" + COUNTER, image.toString());
        return said.lines().findFirst().orElse("").replace("Undetermined: ", "");
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

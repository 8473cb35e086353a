package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.bridge.BridgeProcess;
import id.sidik.bridge.console.Services;
import id.sidik.bridge.emulator.ScannerEmulator;
import id.sidik.bridge.v1.CheckRequest;
import id.sidik.bridge.v1.Guidance;
import id.sidik.bridge.v1.JourneyStep;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.engine.synthesis.SyntheticFinger;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Iterator;
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

    private final Console console = new Console();

    @Test
    void fromItsRegistrationToItsEnd() throws Exception {
        try (Appliance appliance = Appliance.startWithoutMatcher(data);
                BridgeProcess bridge = DemoTest.bridge(data);
                ScannerEmulator scanner = DemoTest.scanner(data)) {
            assertThat(appliance).isNotNull();
            assertThat(bridge).isNotNull();
            registerSiti();

            assertThat(console.run(data, "device", "register", "--facility=" + COUNTER))
                    .as(console.said())
                    .isZero();
            assertThat(causeAtTheScanner(scanner, 1)).isEqualTo("NOT_ENROLLED");
            assertThat(causeOfAnImageFromADisk()).isEqualTo("DEVICE_NOT_TRUSTED");

            assertThat(console.run(data, "device", "rotate")).as(console.said()).isZero();
            assertThat(causeAtTheScanner(scanner, 2))
                    .as("the next key is followed")
                    .isEqualTo("NOT_ENROLLED");

            assertThat(console.run(data, "device", "list", "--facility=" + COUNTER))
                    .isZero();
            assertThat(console.run(data, "device", "revoke", console.said().split(" ", 2)[0]))
                    .as(console.said())
                    .isZero();
            assertThat(causeAtTheScanner(scanner, 3)).isEqualTo("DEVICE_NOT_TRUSTED");
        }
    }

    private void registerSiti() throws IOException {
        Path members = data.resolve("members.csv");
        Files.writeString(members, "nid,full_name,segment,programmes\n" + SITI + ",Siti Rahayu,informal,JKN\n");
        assertThat(console.run(data, "import", "members", members.toString())).isZero();
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
        console.run(
                data,
                "check",
                "--nid=" + SITI,
                "--purpose=hospital-admission",
                "--facility=" + COUNTER,
                image.toString());
        return console.said().lines().findFirst().orElse("").replace("Undetermined: ", "");
    }
}

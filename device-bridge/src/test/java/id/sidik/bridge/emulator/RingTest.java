package id.sidik.bridge.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.bridge.frame.Frame;
import id.sidik.bridge.frame.FrameType;
import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.scanner.Ef01Command;
import id.sidik.bridge.scanner.Ef01Confirmation;
import id.sidik.bridge.scanner.Light;
import id.sidik.bridge.scanner.Readiness.Ready;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.scanner.SerialScanner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ring of an R503 is shown what its manual knows. */
class RingTest {
    private static final HexFormat HEX = HexFormat.of();
    /** Where a frame has the code of its command, or of what became of it. */
    private static final int CODE = 9;

    @ParameterizedTest
    @EnumSource
    void takesWhateverTheDriverShows(Light light) {
        byte[] command = shown(light);

        assertThat(command[CODE]).isEqualTo(Ef01Command.AURA_LED_CONFIG.code());
        assertThat(confirmationOf(command)).isEqualTo(Ef01Confirmation.OK);
    }

    /** The example of the manual: breathe, at medium speed, blue, without end. */
    @Test
    void breathesBlueWhileItWaits() {
        assertThat(HEX.formatHex(shown(Light.WAITING))).isEqualTo("ef01ffffffff0100073501800200" + "00c0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00800200", "07800200", "01800000", "01800800", "018002", "0180020000"})
    void refusesWhatTheManualDoesNotKnow(String parameters) {
        byte[] payload = HEX.parseHex("35" + parameters);

        assertThat(confirmationOf(Frame.of(FrameType.COMMAND, -1, payload).encoded()))
                .isEqualTo(Ef01Confirmation.REGISTER_VALUE_WRONG);
    }

    private static byte[] shown(Light light) {
        FakeLink link = new FakeLink(ScannerProfile.R503);
        SerialScanner scanner = new SerialScanner(link, Path.of("port"), ScannerProfile.R503);
        Deadline deadline = Deadline.after(Duration.ofMinutes(1), link::nanoTime);
        assertThat(scanner.readiness(deadline)).isInstanceOf(Ready.class);
        scanner.show(light, deadline);
        return link.written();
    }

    private static int confirmationOf(byte[] command) {
        ScannerProfile profile = ScannerProfile.R503;
        Ef01Sensor sensor = new Ef01Sensor(profile, new Glass(profile, new SplittableRandom(1)));
        return sensor.feed(command, command.length).pieces().getFirst().bytes()[CODE] & 0xFF;
    }
}

package id.sidik.bridge.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.bridge.emulator.FakeLink;
import id.sidik.bridge.emulator.ProtocolProfiles;
import id.sidik.bridge.emulator.SensorFault;
import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.scanner.Readiness.Ready;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A module is found at whatever baud it listens at, and moved to the one of its profile where its protocol lets it. */
class SettlingTest {
    @ParameterizedTest
    @EnumSource(names = {"EF01", "GT511"})
    void movesAModuleToTheFirstBaudOfItsProfile(ScannerProtocol protocol) {
        ScannerProfile profile = ProtocolProfiles.of(protocol);
        FakeLink link = new FakeLink(profile);
        link.fault(SensorFault.BAUD_CHANGED);

        assertReady(new SerialScanner(link, Path.of("port"), profile), link);

        assertThat(link.baud()).isEqualTo(profile.bauds().getFirst());
    }

    @Test
    void leavesAModuleWhereItIsThatCannotBeMoved() {
        ScannerProfile profile = ProtocolProfiles.of(ScannerProtocol.F5);
        FakeLink link = new FakeLink(profile);
        link.fault(SensorFault.BAUD_CHANGED);

        assertReady(new SerialScanner(link, Path.of("port"), profile), link);

        assertThat(link.baud()).isEqualTo(profile.bauds().getLast());
    }

    /** Each move is a write to a flash that wears out. */
    @Test
    void movesAModuleThatKeepsItsBaudOnlyOnce() {
        ScannerProfile profile = ProtocolProfiles.of(ScannerProtocol.EF01);
        FakeLink link = new FakeLink(profile);
        SerialScanner scanner = new SerialScanner(link, Path.of("port"), profile);
        link.fault(SensorFault.BAUD_CHANGED);
        assertReady(scanner, link);

        scanner.close();
        link.fault(SensorFault.BAUD_CHANGED);
        assertReady(scanner, link);

        assertThat(link.baud()).isEqualTo(profile.bauds().getLast());
    }

    private static void assertReady(SerialScanner scanner, FakeLink link) {
        assertThat(scanner.readiness(Deadline.after(Duration.ofMinutes(1), link::nanoTime)))
                .isInstanceOf(Ready.class);
    }
}

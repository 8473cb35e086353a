package id.sidik.bridge.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.bridge.emulator.FakeLink;
import id.sidik.bridge.emulator.FakePorts;
import id.sidik.bridge.emulator.SensorFault;
import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.link.LinkException;
import id.sidik.bridge.link.SerialDevice;
import id.sidik.bridge.scanner.DeviceFault.Kind;
import id.sidik.bridge.scanner.Readiness.Ready;
import id.sidik.engine.synthesis.SyntheticFinger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoamingScannerTest {
    private static final Path FIRST = Path.of("/dev/ttyUSB0");
    private static final Path SECOND = Path.of("/dev/ttyUSB1");
    private static final String ADAPTER = "1a86:7523";
    private static final List<ScannerProfile> PROFILES =
            List.of(ScannerProfile.ZFM_20, ScannerProfile.GT_511C3, ScannerProfile.WAVESHARE_F5);

    private final FakePorts ports = new FakePorts();
    private final List<SerialDevice> devices = new ArrayList<>();
    private final RoamingScanner scanner = new RoamingScanner(ports, () -> devices, PROFILES);

    @ParameterizedTest
    @EnumSource
    void findsAModuleOfAnyProtocolBesideAPortThatIsSilent(ScannerProtocol protocol) {
        silentModule(FIRST);
        FakeLink module = plug(SECOND, profileOf(protocol));

        assertThat(scanner.readiness(longEnough()))
                .isInstanceOfSatisfying(
                        Ready.class,
                        ready -> assertThat(ready.model())
                                .isEqualTo(profileOf(protocol).model()));

        module.layFinger(SyntheticFinger.of(1).impression(1));
        assertThat(scanner.detectFinger(longEnough())).isEqualTo(new Detection.FingerPresent());
        assertThat(scanner.transferImage(longEnough(), (_, _) -> {})).isInstanceOf(ImageTransfer.Received.class);
    }

    @Test
    void findsItsScannerAgainAtAnotherPort() {
        plug(FIRST, ScannerProfile.ZFM_20);
        assertThat(scanner.readiness(longEnough())).isInstanceOf(Ready.class);

        ports.unplug(FIRST);
        devices.clear();
        assertThat(scanner.readiness(longEnough()))
                .isInstanceOfSatisfying(
                        DeviceFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.ABSENT));

        plug(SECOND, ScannerProfile.ZFM_20);
        assertThat(scanner.readiness(longEnough())).isInstanceOf(Ready.class);
    }

    @Test
    void neverOpensAPortThatNoProfileNames() {
        ports.plug(FIRST, ScannerProfile.ZFM_20);
        devices.add(new SerialDevice(FIRST, "12d1:1506", "a modem"));
        devices.add(new SerialDevice(SECOND, "", "on board"));

        assertThat(scanner.readiness(longEnough()))
                .isInstanceOfSatisfying(
                        DeviceFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.ABSENT));
        assertThat(ports.opened()).isEmpty();
    }

    /** Each call has less time than the silent port takes. */
    @Test
    void goesOnWithASearchThatItsCallerHadNoTimeFor() {
        silentModule(FIRST);
        plug(SECOND, ScannerProfile.ZFM_20);

        Readiness readiness = new Readiness.Busy();
        for (int calls = 0; calls < 8 && !(readiness instanceof Ready); calls++) {
            readiness = scanner.readiness(Deadline.after(Duration.ofSeconds(2), ports::nanoTime));
        }

        assertThat(readiness).isInstanceOf(Ready.class);
    }

    @Test
    void tellsWhatAPersonCanCureBeforeSilence() {
        silentModule(FIRST);
        FakeLink closed = plug(SECOND, ScannerProfile.ZFM_20);
        closed.refuseToOpen(LinkException.Kind.NO_PERMISSION);

        assertThat(scanner.readiness(longEnough()))
                .isInstanceOfSatisfying(
                        DeviceFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.NO_PERMISSION));
    }

    private void silentModule(Path port) {
        plug(port, ScannerProfile.ZFM_20).fault(SensorFault.SILENCE);
    }

    private FakeLink plug(Path port, ScannerProfile profile) {
        FakeLink module = ports.plug(port, profile);
        devices.add(new SerialDevice(port, ADAPTER, "an adapter"));
        return module;
    }

    private static ScannerProfile profileOf(ScannerProtocol protocol) {
        return PROFILES.stream()
                .filter(profile -> profile.protocol() == protocol)
                .findFirst()
                .orElseThrow();
    }

    private Deadline longEnough() {
        return Deadline.after(Duration.ofMinutes(5), ports::nanoTime);
    }
}

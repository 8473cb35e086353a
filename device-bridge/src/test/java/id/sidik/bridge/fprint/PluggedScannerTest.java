package id.sidik.bridge.fprint;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.bridge.emulator.FakeLink;
import id.sidik.bridge.emulator.FakePorts;
import id.sidik.bridge.emulator.VirtualReader;
import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.link.SerialDevice;
import id.sidik.bridge.scanner.Detection;
import id.sidik.bridge.scanner.Detection.FingerPresent;
import id.sidik.bridge.scanner.Detection.NoFinger;
import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.DeviceFault.Kind;
import id.sidik.bridge.scanner.FingerScanner;
import id.sidik.bridge.scanner.ImageTransfer.Received;
import id.sidik.bridge.scanner.Readiness;
import id.sidik.bridge.scanner.Readiness.Ready;
import id.sidik.bridge.scanner.RoamingScanner;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.engine.synthesis.SyntheticFinger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Debian's libfprint with its virtual reader, which a made-up list of USB devices names. Needs the package libfprint-2-2. */
@Timeout(120)
class PluggedScannerTest {
    private static final String READER_ID = "05ba:000a";
    private static final UsbReader READER = new UsbReader(
            VirtualReader.READER.model(),
            VirtualReader.READER.driver(),
            VirtualReader.READER.widthPx(),
            VirtualReader.READER.heightPx(),
            VirtualReader.READER.dpi(),
            Set.of(READER_ID));
    private static final Path SERIAL_PORT = Path.of("/dev/ttyUSB0");

    @TempDir
    private Path folder;

    private final FakePorts ports = new FakePorts();
    private final List<SerialDevice> serialDevices = new ArrayList<>();
    private final List<FprintScanner> readerScanners = new ArrayList<>();
    private FakeUsb usb;
    private VirtualReader reader;
    private PluggedScanner scanner;

    @BeforeEach
    void plugNothingIn() throws IOException {
        Path devices = Files.createDirectory(folder.resolve("devices"));
        usb = new FakeUsb(devices);
        reader = new VirtualReader(folder.resolve("reader"));
        scanner = new PluggedScanner(
                new PluggedReaders(devices, List.of(READER))::first,
                this::readerScanner,
                new RoamingScanner(ports, () -> serialDevices, List.of(ScannerProfile.ZFM_20)));
    }

    private FingerScanner readerScanner(UsbReader found) {
        FprintScanner made = new FprintScanner(
                found,
                FprintScanner.childCommand(found),
                Map.of("FP_VIRTUAL_IMAGE", folder.resolve("reader").toString()),
                System::nanoTime);
        readerScanners.add(made);
        return made;
    }

    @AfterEach
    void letGo() {
        scanner.close();
    }

    @Test
    void findsAUsbReaderByItselfAndDeliversItsPixels() throws IOException {
        usb.plug("1-1", READER_ID);

        assertThat(scanner.readiness(soon()))
                .isInstanceOfSatisfying(
                        Ready.class, ready -> assertThat(ready.model()).isEqualTo(READER.model()));
        assertReaderDelivers(1);
        assertThat(ports.opened()).isEmpty();
    }

    @Test
    void putsAReaderInTheSerialModulesPlaceAndTheModuleBackInItsOwn() throws IOException {
        FakeLink module = ports.plug(SERIAL_PORT, ScannerProfile.ZFM_20);
        serialDevices.add(new SerialDevice(SERIAL_PORT, "1a86:7523", "an adapter"));
        assertSerialDelivers(module);

        usb.plug("1-1", READER_ID);
        assertReaderDelivers(2);
        assertThat(scanner.model()).isEqualTo(READER.model());
        assertThat(ports.isOpen()).isFalse();

        usb.unplug("1-1");
        assertSerialDelivers(module);
        assertThat(scanner.model()).isEqualTo(ScannerProfile.ZFM_20.model());
        assertThat(readerScanners).hasSize(1);
        assertThat(readerScanners.getFirst().child()).isNull();
    }

    /** What was pulled out in the middle of a wait ends its process; what is plugged in again gets one that knows it. */
    @Test
    void followsAReaderThatIsPulledOutAndPluggedInAgain() throws IOException {
        usb.plug("1-1", READER_ID);
        assertThat(scanner.detectFinger(soon())).isEqualTo(new NoFinger());

        usb.unplug("1-1");
        assertThat(scanner.detectFinger(soon()))
                .isInstanceOfSatisfying(
                        DeviceFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.ABSENT));
        assertThat(readerScanners.getFirst().child()).isNull();

        usb.plug("1-1", READER_ID);
        assertReaderDelivers(3);
        assertThat(readerScanners).hasSize(2);
    }

    /** A bridge must be able to tell why there is no scanner even where there is neither. */
    @Test
    void saysThatNeitherIsThere() {
        Readiness readiness = scanner.readiness(soon());

        assertThat(readiness).isInstanceOfSatisfying(DeviceFault.class, fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.ABSENT);
            assertThat(fault.detail()).contains("USB reader").contains("serial port");
        });
    }

    private void assertReaderDelivers(long seed) throws IOException {
        byte[] pixels = new byte[READER.widthPx() * READER.heightPx()];
        new SplittableRandom(seed).nextBytes(pixels);
        assertThat(scanner.detectFinger(soon())).isEqualTo(new NoFinger());
        reader.show(READER.widthPx(), READER.heightPx(), pixels);

        assertThat(delivered()).contains(pixels);
    }

    private void assertSerialDelivers(FakeLink module) {
        module.layFinger(SyntheticFinger.of(4).impression(1));

        assertThat(delivered())
                .hasValueSatisfying(pixels ->
                        assertThat(pixels).hasSize(ScannerProfile.ZFM_20.widthPx() * ScannerProfile.ZFM_20.heightPx()));
    }

    /** Looks until a finger is seen. */
    private Optional<byte[]> delivered() {
        Deadline deadline = soon();
        Detection seen = new NoFinger();
        while (seen instanceof NoFinger && !deadline.hasPassed()) {
            seen = scanner.detectFinger(deadline);
        }
        assertThat(seen).isEqualTo(new FingerPresent());
        return scanner.transferImage(deadline, (_, _) -> {}) instanceof Received received
                ? Optional.of(received.image().pixels())
                : Optional.empty();
    }

    private static Deadline soon() {
        return Deadline.after(Duration.ofSeconds(60), System::nanoTime);
    }
}

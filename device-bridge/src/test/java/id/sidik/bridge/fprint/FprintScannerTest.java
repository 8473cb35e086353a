package id.sidik.bridge.fprint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.bridge.emulator.VirtualReader;
import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.scanner.Detection;
import id.sidik.bridge.scanner.Detection.FingerPresent;
import id.sidik.bridge.scanner.Detection.NoFinger;
import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.DeviceFault.Kind;
import id.sidik.bridge.scanner.ImageTransfer.Received;
import id.sidik.bridge.scanner.Light;
import id.sidik.bridge.scanner.Readiness.Ready;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Debian's libfprint in a child process, with its own virtual reader. Needs the package libfprint-2-2. */
@Timeout(120)
class FprintScannerTest {
    private static final int WIDTH_PX = 248;
    private static final int HEIGHT_PX = 232;

    @TempDir
    private Path folder;

    private VirtualReader reader;
    private FprintScanner scanner;

    @BeforeEach
    void plugIn() {
        Path socket = folder.resolve("reader");
        reader = new VirtualReader(socket);
        scanner = new FprintScanner(
                VirtualReader.READER,
                FprintScanner.childCommand(VirtualReader.READER),
                Map.of("FP_VIRTUAL_IMAGE", socket.toString()),
                System::nanoTime);
    }

    @AfterEach
    void unplug() {
        scanner.close();
    }

    @Test
    void deliversEveryPixelAtTheDpiOfTheTable() throws IOException {
        assertThat(scanner.readiness(soon())).isEqualTo(new Ready("Virtual reader", WIDTH_PX, HEIGHT_PX, 500));
        assertThat(scanner.detectFinger(soon())).isEqualTo(new NoFinger());

        assertDelivers(1);
        assertDelivers(2);
    }

    @Test
    void asksForAnotherTryWhenNoImageCanBeMade() throws IOException {
        assertThat(scanner.detectFinger(soon())).isEqualTo(new NoFinger());
        reader.smudge(0);

        assertThat(nextSight()).isEqualTo(new Detection.PoorImpression());
        assertDelivers(3);
    }

    @Test
    void namesTheDriversFaultAndWorksAfterIt() throws IOException {
        assertThat(scanner.detectFinger(soon())).isEqualTo(new NoFinger());
        reader.fail(0);

        assertFault(nextSight(), Kind.REFUSED);
        assertDelivers(4);
    }

    @Test
    void noticesAnUnplugAndWorksOncePluggedInAgain() throws IOException {
        assertThat(scanner.detectFinger(soon())).isEqualTo(new NoFinger());
        reader.unplug();

        assertFault(nextSight(), Kind.UNPLUGGED);
        assertDelivers(5);
    }

    @Test
    void replacesAChildThatDiedWhileItWaitedForAFinger() throws IOException {
        assertThat(scanner.detectFinger(soon())).isEqualTo(new NoFinger());
        ProcessHandle first = requireNonNull(scanner.child());
        first.destroyForcibly();
        first.onExit().join();

        assertDelivers(6);
        assertThat(scanner.child()).isNotEqualTo(first);
    }

    /** A finger that comes after a session has ended belongs to nobody. */
    @Test
    void endsAWaitingCaptureWhenNobodyIsServed() {
        assertThat(scanner.detectFinger(soon())).isEqualTo(new NoFinger());
        ProcessHandle waiting = requireNonNull(scanner.child());

        scanner.show(Light.OFF, soon());

        waiting.onExit().join();
        assertThat(scanner.child()).isNull();
        assertThat(scanner.detectFinger(soon())).isEqualTo(new NoFinger());
    }

    @Test
    void saysThatNoReaderOfTheDriverIsThere() {
        UsbReader absent = new UsbReader("U.are.U 4500", "uru4000", 384, 290, 512, Set.of());
        try (FprintScanner other =
                new FprintScanner(absent, FprintScanner.childCommand(absent), Map.of(), System::nanoTime)) {
            assertThat(other.readiness(soon()))
                    .isInstanceOfSatisfying(
                            DeviceFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.ABSENT));
        }
    }

    private void assertDelivers(long seed) throws IOException {
        byte[] pixels = new byte[WIDTH_PX * HEIGHT_PX];
        new SplittableRandom(seed).nextBytes(pixels);
        assertThat(scanner.detectFinger(soon())).isEqualTo(new NoFinger());
        reader.show(WIDTH_PX, HEIGHT_PX, pixels);

        assertThat(nextSight()).isEqualTo(new FingerPresent());
        assertThat(scanner.transferImage(soon(), (_, _) -> {})).isInstanceOfSatisfying(Received.class, received -> {
            assertThat(received.image().pixels()).isEqualTo(pixels);
            assertThat(received.image().dpi()).isEqualTo(500);
        });
    }

    private Detection nextSight() {
        Deadline deadline = soon();
        Detection seen = new NoFinger();
        while (seen instanceof NoFinger && !deadline.hasPassed()) {
            seen = scanner.detectFinger(deadline);
        }
        return seen;
    }

    private static void assertFault(Detection seen, Kind kind) {
        assertThat(seen)
                .isInstanceOfSatisfying(
                        DeviceFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
    }

    private static Deadline soon() {
        return Deadline.after(Duration.ofSeconds(60), System::nanoTime);
    }
}

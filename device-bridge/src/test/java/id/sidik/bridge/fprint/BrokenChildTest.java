package id.sidik.bridge.fprint;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.bridge.emulator.VirtualReader;
import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.scanner.Detection;
import id.sidik.bridge.scanner.Detection.NoFinger;
import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.DeviceFault.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of the child, the bridge gets a fault with a name, and no process is left. */
@Timeout(120)
class BrokenChildTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ends at once",
                "ends when asked",
                "says nonsense",
                "ends in mid image",
                "sends an image that is too large"
            })
    void namesAFailureOfTheDriver(String how) {
        try (FprintScanner scanner = scannerOf(command(how), System::nanoTime)) {
            Detection seen = new NoFinger();
            while (seen instanceof NoFinger) {
                seen = scanner.detectFinger(soon());
            }

            assertThat(seen).isInstanceOfSatisfying(DeviceFault.class, fault -> {
                assertThat(fault.kind()).isEqualTo(Kind.DRIVER_FAILED);
                assertThat(fault.detail()).contains("is started again");
            });
            assertThat(scanner.child()).isNull();
        }
    }

    /** On a clock that jumps whenever somebody looks at it, a child that says nothing hangs at once. */
    @Test
    void endsAChildThatHangs() {
        AtomicLong clock = new AtomicLong();
        long jump = Duration.ofMinutes(1).toNanos();
        try (FprintScanner scanner = scannerOf(command("hangs"), () -> clock.addAndGet(jump))) {
            assertThat(scanner.detectFinger(soon())).isInstanceOfSatisfying(DeviceFault.class, fault -> {
                assertThat(fault.kind()).isEqualTo(Kind.DRIVER_FAILED);
                assertThat(fault.detail()).contains("hung");
            });
            assertThat(scanner.child()).isNull();
        }
    }

    @Test
    void leavesAChildNoTimeThatTheCallerDoesNotHave() {
        try (FprintScanner scanner = scannerOf(command("hangs"), System::nanoTime)) {
            assertThat(scanner.detectFinger(Deadline.after(Duration.ZERO, System::nanoTime)))
                    .isInstanceOfSatisfying(
                            DeviceFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.NOT_ANSWERING));
        }
    }

    @Test
    void saysThatTheChildCannotBeStarted() {
        try (FprintScanner scanner = scannerOf(List.of("/no/such/program"), System::nanoTime)) {
            assertThat(scanner.readiness(soon())).isInstanceOfSatisfying(DeviceFault.class, fault -> {
                assertThat(fault.kind()).isEqualTo(Kind.DRIVER_MISSING);
                assertThat(fault.detail()).contains("/no/such/program");
            });
        }
    }

    private static FprintScanner scannerOf(List<String> command, LongSupplier clock) {
        return new FprintScanner(VirtualReader.READER, command, Map.of(), clock);
    }

    private static List<String> command(String how) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BrokenChild.class.getName(),
                how);
    }

    private static Deadline soon() {
        return Deadline.after(Duration.ofSeconds(60), System::nanoTime);
    }
}

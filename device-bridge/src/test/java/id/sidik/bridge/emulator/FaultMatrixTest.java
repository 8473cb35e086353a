package id.sidik.bridge.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.scanner.Detection;
import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.FaultText;
import id.sidik.bridge.scanner.ImageTransfer;
import id.sidik.bridge.scanner.Readiness.Ready;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.scanner.ScannerProtocol;
import id.sidik.bridge.scanner.SerialScanner;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.synthesis.SyntheticFinger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every serial driver with every fault that its modules can have, on a clock that moves only when somebody waits: what the
 * fault is called, and how long the next whole image takes after it. Nobody makes a new driver in between.
 */
class FaultMatrixTest {
    private static final Path TABLE = Path.of("../docs/scanner-faults.md");
    private static final FingerImage FINGER = SyntheticFinger.of(21).impression(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int CALLS_MAX = 4;

    /** What a driver can not know: that pixels which arrived whole show no finger. The session's judge of quality does. */
    private static final Set<SensorFault> SEEN_BY_THE_SESSION = Set.of(SensorFault.NOISE_IMAGE);

    /** What stays wrong with the module until a person cures it is told by name; all else must pass without one. */
    private static final Duration RECOVERY_MAX = Duration.ofSeconds(16);

    /** How a capture under a fault ended, and how the next one after it went. */
    private record Row(String outcome, Optional<DeviceFault.Kind> kind, Duration recovery) {}

    /** A driver by what it is told of the module, and the module as it is. */
    record Pair(String title, ScannerProfile told, ScannerProfile module) {
        Set<SensorFault> faults() {
            return VirtualSensor.faultsOf(module);
        }

        @Override
        public String toString() {
            return title;
        }
    }

    private static final Pair R503 =
            new Pair("R503, another sensor", ScannerProfile.R503, ScannerProfile.R503.withSensor(160, 176));
    private static final List<Pair> PAIRS = List.of(
            new Pair("ZFM-20", ScannerProfile.ZFM_20, ScannerProfile.ZFM_20),
            new Pair("ZFM-20, 8 bits over USB", ScannerProfile.ZFM_20, ScannerProfile.ZFM_20.withBitsPerPixel(8)),
            R503,
            new Pair("GT-511C3", ScannerProfile.GT_511C3, ScannerProfile.GT_511C3),
            new Pair("Waveshare F5", ScannerProfile.WAVESHARE_F5, ScannerProfile.WAVESHARE_F5));

    static Stream<Pair> everyDriver() {
        return PAIRS.stream();
    }

    static Stream<Arguments> everyDriverWithEveryFault() {
        return PAIRS.stream().flatMap(pair -> pair.faults().stream().map(fault -> Arguments.of(pair, fault)));
    }

    @ParameterizedTest
    @MethodSource("everyDriverWithEveryFault")
    void namesTheFaultTakesNoWrongPixelAndRecoversWithoutARestart(Pair pair, SensorFault fault) {
        Row row = rowOf(pair, fault);

        assertThat(row.recovery()).isLessThan(RECOVERY_MAX);
    }

    @ParameterizedTest
    @MethodSource("everyDriver")
    void everyDriverHasAtLeastFifteenFaults(Pair pair) {
        assertThat(pair.faults()).hasSizeGreaterThan(15);
    }

    @Test
    void everyProtocolHasADriverHere() {
        assertThat(PAIRS.stream().map(pair -> pair.module().protocol())).contains(ScannerProtocol.values());
    }

    /** What ReadProdInfo says wins over the file. */
    @Test
    void aModuleThatKnowsItsSensorIsBelieved() {
        FakeLink link = new FakeLink(R503.module());

        assertThat(new SerialScanner(link, Path.of("port"), R503.told()).readiness(deadline(link)))
                .isEqualTo(new Ready("R503", 160, 176, 508));
    }

    @Test
    void theTableInTheDocumentsIsTrue() throws IOException {
        String table = table();
        Path fresh = Path.of("target/scanner-faults.md");
        Files.createDirectories(fresh.getParent());
        Files.writeString(fresh, table);

        assertThat(TABLE)
                .as("copy device-bridge/target/scanner-faults.md there")
                .hasContent(table);
    }

    private static Row rowOf(Pair pair, SensorFault fault) {
        ScannerProfile profile = pair.module();
        FakeLink link = new FakeLink(profile);
        SerialScanner scanner = new SerialScanner(link, Path.of("port"), pair.told());
        assertThat(scanner.readiness(deadline(link))).isInstanceOf(Ready.class);
        link.layFinger(FINGER);
        link.fault(fault);

        Row under = outcomeOf(capture(scanner, link), profile, fault);

        link.fault(SensorFault.NONE);
        link.plug();
        Duration healed = link.elapsed();
        requireWholeImage(scanner, link, profile, fault);
        return new Row(under.outcome(), under.kind(), link.elapsed().minus(healed));
    }

    /** A detection that is no finger, or the transfer's end. */
    private static Object capture(SerialScanner scanner, FakeLink link) {
        Detection seen = scanner.detectFinger(deadline(link));
        return seen instanceof Detection.FingerPresent ? scanner.transferImage(deadline(link), (_, _) -> {}) : seen;
    }

    private static Row outcomeOf(Object end, ScannerProfile profile, SensorFault fault) {
        return switch (end) {
            case DeviceFault found -> {
                assertThat(found.detail()).as("the cure, for the log").isNotBlank();
                yield new Row(found.kind().toString(), Optional.of(found.kind()), Duration.ZERO);
            }
            case ImageTransfer.Received received -> {
                if (!SEEN_BY_THE_SESSION.contains(fault)) {
                    assertThat(received.image().pixels()).isEqualTo(Expected.pixels(FINGER, profile));
                }
                yield new Row(
                        SEEN_BY_THE_SESSION.contains(fault) ? "image, for the judge of quality" : "whole image",
                        Optional.empty(),
                        Duration.ZERO);
            }
            case Detection.PoorImpression _ -> new Row("poor impression", Optional.empty(), Duration.ZERO);
            case Detection.NoFinger _ -> new Row("no finger", Optional.empty(), Duration.ZERO);
            default -> throw new AssertionError("unexpected " + end);
        };
    }

    private static void requireWholeImage(
            SerialScanner scanner, FakeLink link, ScannerProfile profile, SensorFault fault) {
        for (int calls = 0; calls < CALLS_MAX; calls++) {
            if (capture(scanner, link) instanceof ImageTransfer.Received received) {
                assertThat(received.image().pixels())
                        .as("the image after %s", fault)
                        .isEqualTo(Expected.pixels(FINGER, profile));
                return;
            }
        }
        throw new AssertionError("no image within " + CALLS_MAX + " calls after " + fault);
    }

    private static Deadline deadline(FakeLink link) {
        return Deadline.after(PATIENCE, link::nanoTime);
    }

    private static String table() {
        StringBuilder text = new StringBuilder("""
                # What scanners get wrong, and what becomes of it

                Written by `FaultMatrixTest`, which fails when it is no longer true. Each row is a capture that was under way when the fault
                came, by a driver on an emulated module and a clock that moves only when somebody waits. *Recovery* is how long the same
                driver needs from the end of the fault to the next whole image, without the time that the image is on the wire: no fault needs
                a restart. A fault that this module can not have is a dash. Two modules are not as their file says: one sends 8 bits a pixel, as over
                USB, and one has another sensor, which it names itself.

                """);
        Map<Pair, Map<SensorFault, Row>> rows = new LinkedHashMap<>();
        for (Pair pair : PAIRS) {
            Map<SensorFault, Row> own = new EnumMap<>(SensorFault.class);
            pair.faults().forEach(fault -> own.put(fault, rowOf(pair, fault)));
            rows.put(pair, own);
        }
        text.append("| fault |");
        rows.keySet().forEach(pair -> text.append(' ').append(pair.title()).append(" | recovery |"));
        text.append("\n|---|").append("---|---:|".repeat(rows.size())).append('\n');
        for (SensorFault fault : SensorFault.values()) {
            text.append("| ").append(fault).append(" |");
            rows.values().forEach(own -> text.append(own.containsKey(fault) ? cellsOf(own.get(fault)) : " – | |"));
            text.append('\n');
        }
        text.append("""

                ## USB readers through libfprint

                The library runs in a child process. Its faults have [a table of their own](usb-reader-faults.md).

                ## What people are told

                The operator's log and `./sidik status` have the details with the cure for a technician. At the counter it says:

                | kind | Bahasa Indonesia | English |
                |---|---|---|
                """);
        for (DeviceFault.Kind kind : DeviceFault.Kind.values()) {
            text.append("| ").append(kind);
            List.of(FaultText.INDONESIAN, Locale.ENGLISH)
                    .forEach(language -> text.append(" | ").append(FaultText.of(kind, language)));
            text.append(" |\n");
        }
        return text.toString();
    }

    private static String cellsOf(Row row) {
        return String.format(
                Locale.ROOT, " %s | %.1f s |", row.outcome(), row.recovery().toMillis() / 1000.0);
    }
}

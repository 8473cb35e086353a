package id.sidik.bridge.fprint;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.bridge.scanner.Detection;
import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.DeviceFault.Kind;
import id.sidik.bridge.scanner.FaultText;
import id.sidik.bridge.scanner.ImageTransfer;
import id.sidik.bridge.scanner.ImageTransfer.Received;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The driver of USB readers with every fault of a reader, its library, its process and its machine: what each is called, and how long the next
 * whole image takes after it, by Debian's libfprint with its virtual reader. Nobody makes a new driver in between. Needs the package
 * libfprint-2-2.
 */
@Timeout(900)
class ReaderFaultMatrixTest {
    private static final Path TABLE = Path.of("../docs/usb-reader-faults.md");

    @TempDir
    private Path folder;

    /** How a capture under a fault ended, and how the next one after it went. */
    private record Row(String outcome, Optional<Kind> kind, boolean sameProcess, Duration recovery) {}

    @Test
    void namesEveryFaultTakesNoWrongPixelAndRecoversWithoutARestart() throws IOException, InterruptedException {
        Map<ReaderFault, Row> rows = new EnumMap<>(ReaderFault.class);
        for (ReaderFault fault : ReaderFault.values()) {
            rows.put(fault, rowOf(fault));
        }
        String table = table(rows);
        Path fresh = Path.of("target/usb-reader-faults.md");
        Files.createDirectories(fresh.getParent());
        Files.writeString(fresh, table);

        assertThat(rows).hasSizeGreaterThan(15);
        assertThat(withoutTimes(Files.readString(TABLE)))
                .as("copy device-bridge/target/usb-reader-faults.md there")
                .isEqualTo(withoutTimes(table));
    }

    /** Times differ from run to run, and prove nothing on a busy machine. */
    private static String withoutTimes(String table) {
        return table.replaceAll("\\d+ ms", "ms");
    }

    private Row rowOf(ReaderFault fault) throws IOException, InterruptedException {
        try (ReaderStage stage = new ReaderStage(
                Files.createDirectory(folder.resolve(fault.name())), fault.brokenHow(), fault.brokenTimes())) {
            Detection end = fault.happenOn(stage);
            String outcome = outcomeOf(end, stage, fault);
            assertThat(Thread.interrupted()).isEqualTo(fault == ReaderFault.CANCELLED);
            if (fault == ReaderFault.STOPPED) {
                stage.endSession();
            }
            stage.heal();
            long healedNanos = System.nanoTime();
            requireWholeImage(stage, fault);
            Duration recovery = Duration.ofNanos(System.nanoTime() - healedNanos);
            return new Row(
                    outcome,
                    end instanceof DeviceFault found ? Optional.of(found.kind()) : Optional.empty(),
                    stage.hasSameProcess(),
                    recovery);
        }
    }

    private static String outcomeOf(Detection end, ReaderStage stage, ReaderFault fault) {
        return switch (end) {
            case DeviceFault found -> {
                assertThat(found.detail()).as("the cure, for the log").isNotBlank();
                yield found.kind().toString();
            }
            case Detection.FingerPresent _ -> imageOf(stage.transfer(), fault);
            case Detection.PoorImpression _ -> "poor impression";
            case Detection.NoFinger _ -> "no finger yet";
        };
    }

    /** What a driver can not know: that the library filled up an image. The session's judge of quality sees it. */
    private static String imageOf(ImageTransfer transfer, ReaderFault fault) {
        assertThat(transfer).as("under %s", fault).isInstanceOf(Received.class);
        boolean whole = transfer instanceof Received received && ReaderStage.isFinger(received);
        assertThat(whole).as("the image under %s", fault).isEqualTo(fault != ReaderFault.HALF_IMAGE);
        return whole ? "whole image" : "image, for the judge of quality";
    }

    private static void requireWholeImage(ReaderStage stage, ReaderFault fault) throws IOException {
        stage.waitForFinger();
        stage.showFinger();
        assertThat(stage.nextSight()).as("after %s", fault).isEqualTo(new Detection.FingerPresent());
        assertThat(stage.transfer())
                .as("after %s", fault)
                .isInstanceOfSatisfying(
                        Received.class,
                        received -> assertThat(ReaderStage.isFinger(received)).isTrue());
    }

    private static String table(Map<ReaderFault, Row> rows) {
        StringBuilder text = new StringBuilder("""
                # What USB readers get wrong, and what becomes of it

                Written by `ReaderFaultMatrixTest`, which fails when anything but its times is no longer true. The reader is libfprint's own virtual one,
                driven by Debian's library in the child process that drives every USB reader; faults of the process are played by another one in its
                place. Each row is a capture that was under way when the fault came. *Recovery* is how long the same driver needed on two cores, from the
                end of the fault to the next whole image, a finger being laid down at once; a new process is part of it, and no fault needs a restart.
                What serial modules get wrong, and what people are told about each kind, is in [scanner-faults](scanner-faults.md).

                | fault | outcome | at the counter | in English | process | recovery |
                |---|---|---|---|---|---:|
                """);
        rows.forEach((fault, row) -> text.append(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %d ms |%n",
                fault.words(),
                row.outcome(),
                told(row, FaultText.INDONESIAN),
                told(row, Locale.ENGLISH),
                row.sameProcess() ? "the same" : "a new one",
                row.recovery().toMillis())));
        return text.toString();
    }

    private static String told(Row row, Locale language) {
        return row.kind().map(kind -> FaultText.of(kind, language)).orElse("–");
    }
}

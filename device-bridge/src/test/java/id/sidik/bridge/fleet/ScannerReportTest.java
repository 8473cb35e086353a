package id.sidik.bridge.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.DeviceFault.Kind;
import id.sidik.bridge.scanner.Readiness;
import id.sidik.bridge.session.CaptureNote;
import id.sidik.bridge.watch.ScannerHistory;
import id.sidik.eligibility.v1.ScannerHealth;
import id.sidik.engine.quality.Quality;
import id.sidik.engine.quality.QualityCause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScannerReportTest {
    private static final DeviceFault ABSENT = new DeviceFault(Kind.ABSENT, "nothing at /dev/ttyUSB0");

    private final ScannerHistory history = new ScannerHistory(() -> Instant.EPOCH);

    @Test
    void tellsWhatEachScannerDidAndHowTheOneThatIsThereIs() {
        history.accept(new CaptureNote.Seen("GT-511C3"));
        history.accept(new CaptureNote.Seen("ZFM-20"));
        for (int score : List.of(90, 20, 60, 61)) {
            history.accept(new CaptureNote.Assessed(new Quality(score, QualityCause.NONE)));
        }
        history.accept(new CaptureNote.Accepted(3));
        history.accept(new CaptureNote.Completed(Duration.ofSeconds(2)));
        history.accept(new CaptureNote.Faulted("ZFM-20", ABSENT, true));

        List<ScannerHealth> told = ScannerReport.of(ABSENT, history.records());

        assertThat(told).hasSize(2);
        assertThat(told.getFirst())
                .isEqualTo(ScannerHealth.newBuilder()
                        .setModel("ZFM-20")
                        .setState("ABSENT")
                        .putAllCaptures(Map.of("COMPLETED", 1L))
                        .putAllFaults(Map.of("ABSENT", 1L))
                        .setImpressions(1)
                        .setAttempts(3)
                        .setRecentQuality(60)
                        .build());
        assertThat(told.getLast().getModel()).isEqualTo("GT-511C3");
        assertThat(told.toString()).as("which port is for the technician").doesNotContain("ttyUSB0");
    }

    @Test
    void saysThatItIsInUseWhileNobodyCouldLook() {
        assertThat(ScannerReport.of(new Readiness.Busy(), history.records()))
                .singleElement()
                .isEqualTo(ScannerHealth.newBuilder().setState("BUSY").build());
    }
}

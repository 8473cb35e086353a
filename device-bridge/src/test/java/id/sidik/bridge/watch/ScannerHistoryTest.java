package id.sidik.bridge.watch;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.bridge.scanner.DeviceFault.Kind;
import id.sidik.bridge.session.CaptureFault;
import id.sidik.bridge.session.CaptureNote;
import id.sidik.engine.quality.Quality;
import id.sidik.engine.quality.QualityCause;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScannerHistoryTest {
    private static final DeviceFault ABSENT = new DeviceFault(Kind.ABSENT, "nothing there");
    private static final DeviceFault UNPLUGGED = new DeviceFault(Kind.UNPLUGGED, "gone");
    private static final DeviceFault GARBLED = new DeviceFault(Kind.GARBLED, "noise");
    private static final CaptureNote SEEN = new CaptureNote.Seen("ZFM-20");

    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private final ScannerHistory history = new ScannerHistory(() -> now);

    @Test
    void countsCapturesByWhatTheyCameTo() {
        history.accept(SEEN);
        history.accept(new CaptureNote.Accepted(2));
        history.accept(new CaptureNote.Completed(Duration.ofMillis(2_500)));
        history.accept(new CaptureNote.Failed(CaptureFault.FINGER_TIMEOUT));
        history.accept(new CaptureNote.Cancelled());

        ScannerRecord record = only();
        assertThat(record.captures()).isEqualTo(Map.of("COMPLETED", 1L, "FINGER_TIMEOUT", 1L, "CANCELLED", 1L));
        assertThat(record.attempts().sum()).isEqualTo(2);
        assertThat(record.seconds().sum()).isEqualTo(2.5);
        assertThat(record.lastSeen()).contains(now);
    }

    @Test
    void countsAFaultOnceThatLookersSeeAgainAndAgain() {
        history.accept(SEEN);
        history.accept(new CaptureNote.Faulted("ZFM-20", UNPLUGGED, false));
        history.accept(new CaptureNote.Faulted("ZFM-20", ABSENT, false));
        history.accept(new CaptureNote.Faulted("ZFM-20", ABSENT, false));
        assertThat(only().faults()).isEqualTo(Map.of(Kind.UNPLUGGED, 1L));

        history.accept(new CaptureNote.Faulted("ZFM-20", ABSENT, true));
        assertThat(only().faults()).isEqualTo(Map.of(Kind.UNPLUGGED, 1L, Kind.ABSENT, 1L));
        assertThat(only().isAttached()).isFalse();
    }

    @Test
    void remembersTheLastFaultAfterItIsCured() {
        history.accept(SEEN);
        history.accept(new CaptureNote.Faulted("ZFM-20", GARBLED, true));
        Instant faultedAt = now;
        assertThat(only().isAttached()).isTrue();
        assertThat(only().fault()).contains(GARBLED);

        now = now.plusSeconds(9);
        history.accept(SEEN);
        assertThat(only().fault()).isEmpty();
        assertThat(only().lastFault()).contains(new PastFault(faultedAt, GARBLED));
        assertThat(only().replugs()).isZero();
    }

    @Test
    void countsHowOftenAScannerCameBack() {
        history.accept(new CaptureNote.Faulted("ZFM-20", ABSENT, false));
        history.accept(SEEN);
        assertThat(only().replugs()).as("the first time it was only plugged in").isZero();

        history.accept(new CaptureNote.Faulted("ZFM-20", UNPLUGGED, true));
        history.accept(new CaptureNote.Faulted("ZFM-20", ABSENT, false));
        history.accept(SEEN);
        assertThat(only().replugs()).isEqualTo(1);
    }

    @Test
    void tellsScannersOfDifferentModelsApart() {
        history.accept(new CaptureNote.Faulted("", ABSENT, false));
        assertThat(only().model()).isEmpty();
        history.accept(SEEN);
        history.accept(new CaptureNote.Assessed(new Quality(60, QualityCause.NONE)));
        history.accept(new CaptureNote.Faulted("", UNPLUGGED, true)); // whoever searches has no scanner, and so no name
        history.accept(new CaptureNote.Seen("GT-521F52"));
        history.accept(new CaptureNote.Assessed(new Quality(40, QualityCause.TOO_DRY)));

        assertThat(history.records()).extracting(ScannerRecord::model).containsExactly("GT-521F52", "ZFM-20");
        assertThat(history.records().getFirst().causes()).isEqualTo(Map.of(QualityCause.TOO_DRY, 1L));
        assertThat(history.records().getLast().faults()).isEqualTo(Map.of(Kind.UNPLUGGED, 1L));
        assertThat(history.records().getLast().isAttached()).isFalse();
        history.accept(SEEN);
        assertThat(history.records().getFirst().model()).isEqualTo("ZFM-20");
    }

    @Test
    void keepsTheLatestQualitiesOnly() {
        history.accept(SEEN);
        for (int frame = 0; frame < 100; frame++) {
            history.accept(new CaptureNote.Assessed(new Quality(frame, QualityCause.NONE)));
        }

        assertThat(only().recentQuality()).hasSize(60).startsWith(40).endsWith(99);
        assertThat(only().quality().count()).isEqualTo(100);
    }

    private ScannerRecord only() {
        assertThat(history.records()).hasSize(1);
        return history.records().getFirst();
    }
}

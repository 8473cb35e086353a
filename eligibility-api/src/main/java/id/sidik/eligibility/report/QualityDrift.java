package id.sidik.eligibility.report;

import static id.sidik.eligibility.report.Threshold.QUALITY_BASELINE;
import static id.sidik.eligibility.report.Threshold.QUALITY_DROP_MIN;
import static id.sidik.eligibility.report.Threshold.QUALITY_WINDOW;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scanners that wear out: the mean quality of the latest captures against that of the first. */
final class QualityDrift {
    /** What a device did: the sum of its first captures, and the latest ones. */
    private final class Device {
        private long baselineSum;
        private int baselineCount;
        private final Deque<Integer> window = new ArrayDeque<>();
        private long windowSum;
        private double lowest = Double.MAX_VALUE;
        private @Nullable LocalDate since;

        void add(PresenceEvent presence) {
            if (baselineCount < thresholds.of(QUALITY_BASELINE)) {
                baselineSum += presence.quality();
                baselineCount++;
                return;
            }
            window.addLast(presence.quality());
            windowSum += presence.quality();
            if (window.size() > thresholds.of(QUALITY_WINDOW)) {
                windowSum -= window.removeFirst();
            }
            if (window.size() == thresholds.of(QUALITY_WINDOW)) {
                judge(LocalDate.ofInstant(presence.at(), thresholds.zone()));
            }
        }

        private void judge(LocalDate day) {
            double mean = (double) windowSum / window.size();
            if (usual() - mean >= thresholds.of(QUALITY_DROP_MIN)) {
                since = since == null ? day : since;
                lowest = Math.min(lowest, mean);
            }
        }

        double usual() {
            return (double) baselineSum / baselineCount;
        }
    }

    private final Thresholds thresholds;
    private final Kept<String, Device> devices = new Kept<>(Device::new);

    private QualityDrift(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    static Report of(Events events, Thresholds thresholds) {
        QualityDrift drift = new QualityDrift(thresholds);
        try (Stream<PresenceEvent> presences = events.presences()) {
            presences
                    .filter(presence -> presence.quality() > 0)
                    .forEach(presence -> drift.devices.of(presence.device()).ifPresent(device -> device.add(presence)));
        }
        Findings findings = new Findings(
                Column.KIND, Column.SUBJECT, Column.DAY, Column.QUALITY, Column.USUAL_QUALITY, Column.EVIDENCE);
        drift.devices.forEach((name, device) -> {
            LocalDate since = device.since;
            if (since != null) {
                findings.add(
                        device.usual() - device.lowest,
                        SubjectKind.DEVICE.cell(),
                        Cell.of(name),
                        Cell.of(since),
                        Cell.of(Math.round(device.lowest)),
                        Cell.of(Math.round(device.usual())),
                        Cell.of(""));
            }
        });
        findings.partialIf(drift.devices);
        return findings.report(
                ReportName.QUALITY_DRIFT,
                events.period(),
                thresholds.shown(QUALITY_BASELINE, QUALITY_WINDOW, QUALITY_DROP_MIN));
    }
}

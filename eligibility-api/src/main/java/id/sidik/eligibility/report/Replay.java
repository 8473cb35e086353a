package id.sidik.eligibility.report;

import static id.sidik.eligibility.report.Threshold.SAME_CAPTURE_MIN;

import java.util.stream.Stream;

/** The same picture twice. Skin is never pressed twice alike to the pixel, so the second came from a file. */
final class Replay {
    private Replay() {}

    static Report of(Events events, Thresholds thresholds) {
        Kept<String, Evidence> captures = new Kept<>(Evidence::new);
        try (Stream<PresenceEvent> presences = events.presences()) {
            presences.forEach(presence -> presence.captureHash()
                    .flatMap(captures::of)
                    .ifPresent(seen -> seen.add(presence.eventId(), presence.device())));
        }
        Findings findings = new Findings(Column.KIND, Column.SUBJECT, Column.PRESENCES, Column.COUNT, Column.EVIDENCE);
        captures.forEach((hash, seen) -> {
            if (seen.events() >= thresholds.of(SAME_CAPTURE_MIN)) {
                findings.add(
                        seen.events(),
                        SubjectKind.CAPTURE.cell(),
                        Cell.of(hash),
                        Cell.of(seen.events()),
                        Cell.of(seen.differentKeys()),
                        seen.cell());
            }
        });
        findings.partialIf(captures);
        return findings.report(ReportName.REPLAY, events.period(), thresholds.shown(SAME_CAPTURE_MIN));
    }
}

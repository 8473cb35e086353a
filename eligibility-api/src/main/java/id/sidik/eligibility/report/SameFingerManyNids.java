package id.sidik.eligibility.report;

import static id.sidik.eligibility.report.Threshold.NIDS_OF_A_FINGER_MIN;

import java.util.stream.Stream;

/** One finger, several members: ghosts that one person answers for (NHIF Kenya, nation.co.ke 5169850). */
final class SameFingerManyNids {
    private SameFingerManyNids() {}

    static Report of(Events events, Thresholds thresholds) {
        Kept<String, Evidence> fingers = new Kept<>(Evidence::new);
        try (Stream<RegistrationEvent> registrations = events.registrations()) {
            registrations.forEach(registration -> registration
                    .presenter()
                    .flatMap(fingers::of)
                    .ifPresent(seen -> seen.add(registration.eventId(), registration.nid())));
        }
        try (Stream<PresenceEvent> presences = events.presences()) {
            presences
                    .filter(PresenceEvent::matched)
                    .forEach(presence -> presence.presenter()
                            .flatMap(fingers::of)
                            .ifPresent(seen -> seen.add(presence.eventId(), presence.nid())));
        }
        Findings findings = new Findings(Column.KIND, Column.SUBJECT, Column.NIDS, Column.PRESENCES, Column.EVIDENCE);
        fingers.forEach((finger, seen) -> {
            if (seen.differentKeys() >= thresholds.of(NIDS_OF_A_FINGER_MIN)) {
                findings.add(
                        seen.differentKeys(),
                        SubjectKind.FINGER.cell(),
                        Cell.of(finger),
                        Cell.of(seen.differentKeys()),
                        Cell.of(seen.events()),
                        seen.cell());
            }
        });
        findings.partialIf(fingers);
        return findings.report(
                ReportName.SAME_FINGER_MANY_NIDS, events.period(), thresholds.shown(NIDS_OF_A_FINGER_MIN));
    }
}

package id.sidik.eligibility.report;

import static id.sidik.eligibility.report.Threshold.NIDS_OF_A_FINGER_MIN;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One finger, several members: ghosts that one person answers for (NHIF Kenya, nation.co.ke 5169850). Of members who share a finger one names
 * it: the first by name.
 */
final class SameFingerManyNids {
    private SameFingerManyNids() {}

    static Report of(Events events, Thresholds thresholds) {
        Kept<String, Evidence> fingers = new Kept<>(Evidence::new);
        SharedFingers shared = SharedFingers.of(events);
        Set<String> named = new HashSet<>();
        Kept<String, RegistrationEvent[]> owners = new Kept<>(() -> new RegistrationEvent[1]);
        try (Stream<RegistrationEvent> registrations = events.registrations()) {
            registrations.forEach(registration -> registration.presenter().ifPresent(finger -> {
                fingers.of(finger).ifPresent(seen -> seen.add(registration.eventId(), registration.nid()));
                if (shared.names(finger)) {
                    owners.of(finger).ifPresent(owner -> owner[0] = registration);
                }
            }));
        }
        try (Stream<PresenceEvent> presences = events.presences()) {
            presences.filter(PresenceEvent::matched).forEach(presence -> {
                Set<String> presenters = shared.presenters(presence);
                presenters.stream().findFirst().flatMap(fingers::of).ifPresent(seen -> {
                    seen.add(presence.eventId(), presence.nid());
                    presenters.stream()
                            .skip(1)
                            .flatMap(finger -> owners.find(finger).stream())
                            .filter(owner -> named.add(owner[0].eventId()))
                            .forEach(owner -> seen.add(owner[0].eventId(), owner[0].nid()));
                });
            });
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
        findings.partialIf(fingers, owners, shared.kept());
        return findings.report(
                ReportName.SAME_FINGER_MANY_NIDS, events.period(), thresholds.shown(NIDS_OF_A_FINGER_MIN));
    }
}

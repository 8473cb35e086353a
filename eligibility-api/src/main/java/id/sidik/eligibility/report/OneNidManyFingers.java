package id.sidik.eligibility.report;

import static id.sidik.eligibility.report.Threshold.STRANGERS_OF_A_NID_MIN;

import id.sidik.eligibility.nid.Nid;
import java.util.stream.Stream;

/** Others try to be served as one member: failed comparisons with fingers that the search of everybody knows. */
final class OneNidManyFingers {
    private OneNidManyFingers() {}

    static Report of(Events events, Thresholds thresholds) {
        Kept<Nid, Evidence> strangers = new Kept<>(Evidence::new);
        Kept<Nid, String[]> own = new Kept<>(() -> new String[1]);
        try (Stream<RegistrationEvent> registrations = events.registrations()) {
            registrations
                    .filter(registration -> registration.presenter().isPresent())
                    .forEach(registration -> own.of(registration.nid())
                            .ifPresent(finger ->
                                    finger[0] = registration.presenter().get()));
        }
        try (Stream<PresenceEvent> presences = events.presences()) {
            presences
                    .filter(presence -> presence.outcome() == PresenceEvent.Outcome.NOT_MATCHED)
                    .forEach(presence -> presence.presenter()
                            .filter(finger -> own.find(presence.nid())
                                    .map(mine -> !finger.equals(mine[0]))
                                    .orElse(true))
                            .ifPresent(finger -> strangers
                                    .of(presence.nid())
                                    .ifPresent(seen -> seen.add(presence.eventId(), finger))));
        }
        Findings findings = new Findings(Column.KIND, Column.SUBJECT, Column.FAILURES, Column.PEOPLE, Column.EVIDENCE);
        strangers.forEach((nid, seen) -> {
            if (seen.events() >= thresholds.of(STRANGERS_OF_A_NID_MIN)) {
                findings.add(
                        seen.events(),
                        SubjectKind.MEMBER.cell(),
                        Cell.of(nid),
                        Cell.of(seen.events()),
                        Cell.of(seen.differentKeys()),
                        seen.cell());
            }
        });
        findings.partialIf(strangers, own);
        return findings.report(
                ReportName.ONE_NID_MANY_FINGERS, events.period(), thresholds.shown(STRANGERS_OF_A_NID_MIN));
    }
}

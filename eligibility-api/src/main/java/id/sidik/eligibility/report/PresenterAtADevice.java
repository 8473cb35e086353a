package id.sidik.eligibility.report;

import static id.sidik.eligibility.report.Threshold.NIDS_AT_A_DEVICE_MIN;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One finger shown for several members at one scanner in a day, or the operator's own (clones of Aadhaar operators' prints). */
final class PresenterAtADevice {
    /** A finger at a device on a day. */
    private record Spot(String device, String presenter, LocalDate day) {}

    private PresenterAtADevice() {}

    static Report of(Events events, Thresholds thresholds) {
        Map<String, String> staff = staff(events);
        SharedFingers shared = SharedFingers.of(events);
        Kept<Spot, Evidence> spots = new Kept<>(Evidence::new);
        try (Stream<PresenceEvent> presences = events.presences()) {
            presences.forEach(presence -> presenter(presence, shared, staff)
                    .flatMap(finger -> spots.of(
                            new Spot(presence.device(), finger, LocalDate.ofInstant(presence.at(), thresholds.zone()))))
                    .ifPresent(seen -> seen.add(presence.eventId(), presence.nid())));
        }
        Findings findings = new Findings(
                Column.KIND, Column.SUBJECT, Column.DEVICE, Column.DAY, Column.NIDS, Column.OPERATOR, Column.EVIDENCE);
        spots.forEach((spot, seen) -> {
            boolean own = staff.containsKey(spot.presenter());
            if (own || seen.differentKeys() >= thresholds.of(NIDS_AT_A_DEVICE_MIN)) {
                findings.add(
                        seen.differentKeys(),
                        (own ? SubjectKind.OPERATOR : SubjectKind.FINGER).cell(),
                        Cell.of(spot.presenter()),
                        Cell.of(spot.device()),
                        Cell.of(spot.day()),
                        Cell.of(seen.differentKeys()),
                        Cell.of(staff.getOrDefault(spot.presenter(), "")),
                        seen.cell());
            }
        });
        findings.partialIf(spots, shared.kept());
        return findings.report(
                ReportName.PRESENTER_AT_A_DEVICE, events.period(), thresholds.shown(NIDS_AT_A_DEVICE_MIN));
    }

    /** An operator, if it is her finger as well. */
    private static Optional<String> presenter(PresenceEvent presence, SharedFingers shared, Map<String, String> staff) {
        Set<String> presenters = shared.presenters(presence);
        return presenters.stream()
                .filter(staff::containsKey)
                .findFirst()
                .or(() -> presenters.stream().findFirst());
    }

    private static Map<String, String> staff(Events events) {
        try (Stream<StaffPrint> prints = events.staffPrints()) {
            return prints.collect(Collectors.toMap(StaffPrint::presenter, StaffPrint::operator, (first, _) -> first));
        }
    }
}

package id.sidik.eligibility.report;

import static id.sidik.eligibility.report.Threshold.UNPROVEN_SHARE_MIN;
import static id.sidik.eligibility.report.Threshold.UNPROVEN_VISITS_MIN;

import java.util.stream.Stream;

/** Bills minus presences, by facility (KPK 2024: 4,341 claims, 1,072 patients). */
final class VisitsWithoutPresence {
    /** The visits of a facility. */
    private static final class Bills {
        private final Ratio unproven = new Ratio();
        private final Evidence evidence = new Evidence();
        private long unprovenRupiah;
    }

    private VisitsWithoutPresence() {}

    static Report of(Events events, Thresholds thresholds) {
        Kept<String, Bills> facilities = new Kept<>(Bills::new);
        try (Stream<VisitEvent> visits = events.visits()) {
            visits.forEach(visit -> facilities.of(visit.facility()).ifPresent(bills -> count(bills, visit)));
        }
        Findings findings = new Findings(
                Column.KIND,
                Column.SUBJECT,
                Column.UNPROVEN,
                Column.VISITS,
                Column.RATE,
                Column.AMOUNT,
                Column.EVIDENCE);
        facilities.forEach((facility, bills) -> {
            Proportion share = bills.unproven.now();
            if (share.part() >= thresholds.of(UNPROVEN_VISITS_MIN)
                    && share.value() >= thresholds.share(UNPROVEN_SHARE_MIN)) {
                findings.add(
                        bills.unprovenRupiah,
                        SubjectKind.FACILITY.cell(),
                        Cell.of(facility),
                        Cell.of(share.part()),
                        Cell.of(share.whole()),
                        share.permille(),
                        Cell.of(bills.unprovenRupiah),
                        bills.evidence.cell());
            }
        });
        findings.partialIf(facilities);
        return findings.report(
                ReportName.VISITS_WITHOUT_PRESENCE,
                events.period(),
                thresholds.shown(UNPROVEN_VISITS_MIN, UNPROVEN_SHARE_MIN));
    }

    private static void count(Bills bills, VisitEvent visit) {
        boolean unproven = visit.presence().isEmpty();
        bills.unproven.add(unproven);
        if (unproven) {
            bills.unprovenRupiah += visit.amountRupiah();
            bills.evidence.add(visit.eventId(), visit.nid());
        }
    }
}

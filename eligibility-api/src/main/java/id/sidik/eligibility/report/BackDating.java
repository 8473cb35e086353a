package id.sidik.eligibility.report;

import static id.sidik.eligibility.report.Threshold.BACK_DATED_DAYS_MAX;
import static id.sidik.eligibility.report.Threshold.BACK_DATED_MIN;
import static id.sidik.eligibility.report.Threshold.CERTAINTY;
import static id.sidik.eligibility.report.Threshold.TIMES_THE_USUAL;

import java.time.LocalDate;
import java.util.stream.Stream;

/** Who writes visits down days later, when nobody can be asked to come back (PM-JAY allows three days). */
final class BackDating {
    /** The visits of a facility. */
    private static final class Records {
        private final Ratio late = new Ratio();
        private final Evidence evidence = new Evidence();
        private long daysMax;
    }

    private BackDating() {}

    static Report of(Events events, Thresholds thresholds) {
        Ratio all = new Ratio();
        Kept<String, Records> facilities = new Kept<>(Records::new);
        try (Stream<VisitEvent> visits = events.visits()) {
            visits.forEach(visit -> {
                long days = LocalDate.ofInstant(visit.registeredAt(), thresholds.zone())
                                .toEpochDay()
                        - visit.from().toEpochDay();
                boolean late = days > thresholds.of(BACK_DATED_DAYS_MAX);
                all.add(late);
                facilities.of(visit.facility()).ifPresent(records -> count(records, visit, late, days));
            });
        }
        Findings findings = new Findings(
                Column.KIND, Column.SUBJECT, Column.LATE, Column.VISITS, Column.RATE, Column.DAYS, Column.EVIDENCE);
        facilities.forEach((facility, records) -> {
            Proportion late = records.late.now();
            double usual = all.without(records.late).value();
            if (late.part() >= thresholds.of(BACK_DATED_MIN)
                    && late.atLeast(thresholds.share(CERTAINTY)) > usual * thresholds.share(TIMES_THE_USUAL)) {
                findings.add(
                        late.value(),
                        SubjectKind.FACILITY.cell(),
                        Cell.of(facility),
                        Cell.of(late.part()),
                        Cell.of(late.whole()),
                        late.permille(),
                        Cell.of(records.daysMax),
                        records.evidence.cell());
            }
        });
        findings.partialIf(facilities);
        return findings.report(
                ReportName.BACK_DATING,
                events.period(),
                thresholds.shown(BACK_DATED_DAYS_MAX, BACK_DATED_MIN, TIMES_THE_USUAL, CERTAINTY));
    }

    private static void count(Records records, VisitEvent visit, boolean late, long days) {
        records.late.add(late);
        if (late) {
            records.evidence.add(visit.eventId(), visit.nid());
            records.daysMax = Math.max(records.daysMax, days);
        }
    }
}

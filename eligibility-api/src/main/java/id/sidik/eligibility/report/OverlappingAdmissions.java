package id.sidik.eligibility.report;

import id.sidik.eligibility.nid.Nid;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stays of one member that cross (PM-JAY, report of India's auditor; HCX CLAI-008). A transfer on the day of discharge is none. */
final class OverlappingAdmissions {
    /** The stay of a member that ends last, so far. */
    private static final class Stay {
        private @Nullable VisitEvent visit;
    }

    private final Kept<Nid, Stay> stays = new Kept<>(Stay::new);
    private final Findings findings = new Findings(
            Column.KIND,
            Column.SUBJECT,
            Column.FACILITY,
            Column.OTHER_FACILITY,
            Column.DAY,
            Column.DAYS,
            Column.EVIDENCE);

    private final Period period;

    private OverlappingAdmissions(Period period) {
        this.period = period;
    }

    static Report of(Events events) {
        OverlappingAdmissions overlaps = new OverlappingAdmissions(events.period());
        try (Stream<VisitEvent> visits = events.visits()) {
            visits.filter(VisitEvent::inpatient)
                    .forEach(visit -> overlaps.stays.of(visit.nid()).ifPresent(stay -> overlaps.follow(stay, visit)));
        }
        overlaps.findings.partialIf(overlaps.stays);
        return overlaps.findings.report(ReportName.OVERLAPPING_ADMISSIONS, events.period(), Map.of());
    }

    private void follow(Stay stay, VisitEvent visit) {
        VisitEvent earlier = stay.visit;
        if (earlier != null && end(earlier).isAfter(visit.from())) {
            LocalDate firstEnd = end(earlier).isBefore(end(visit)) ? end(earlier) : end(visit);
            long days = Math.max(1, firstEnd.toEpochDay() - visit.from().toEpochDay());
            findings.add(
                    days,
                    SubjectKind.MEMBER.cell(),
                    Cell.of(visit.nid()),
                    Cell.of(earlier.facility()),
                    Cell.of(visit.facility()),
                    Cell.of(visit.from()),
                    Cell.of(days),
                    Cell.of(earlier.eventId() + " " + visit.eventId()));
        }
        if (earlier == null || end(visit).isAfter(end(earlier))) {
            stay.visit = visit;
        }
    }

    /** A stay that nobody has ended goes on to the end of the period. */
    private LocalDate end(VisitEvent visit) {
        return visit.until().orElse(period.to().plusDays(1));
    }
}

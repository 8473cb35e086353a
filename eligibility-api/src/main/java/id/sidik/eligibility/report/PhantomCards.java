package id.sidik.eligibility.report;

import static id.sidik.eligibility.report.Threshold.FIRST_SEEN_MIN;
import static id.sidik.eligibility.report.Threshold.FIRST_SEEN_SHARE_MIN;

import id.sidik.eligibility.nid.Nid;
import java.time.LocalDate;
import java.util.stream.Stream;

/** Cards gathered at one event and billed for (KPK 2024): a crowd that nobody had ever seen, at one place on one day. */
final class PhantomCards {
    /** A facility on a day. */
    private record PlaceAndDay(String facility, LocalDate day) {}

    /** Who was there. */
    private static final class Crowd {
        private final Ratio firstSeen = new Ratio();
        private final Evidence evidence = new Evidence();
    }

    private PhantomCards() {}

    static Report of(Events events, Thresholds thresholds) {
        Kept<Nid, LocalDate[]> seen = new Kept<>(() -> new LocalDate[1]);
        Kept<PlaceAndDay, Crowd> crowds = new Kept<>(Crowd::new);
        try (Stream<VisitEvent> visits = events.visits()) {
            visits.forEach(visit -> seen.of(visit.nid()).ifPresent(first -> {
                boolean firstTime = first[0] == null;
                first[0] = visit.from();
                crowds.of(new PlaceAndDay(visit.facility(), visit.from()))
                        .ifPresent(crowd -> join(crowd, visit, firstTime));
            }));
        }
        Findings findings =
                new Findings(Column.KIND, Column.SUBJECT, Column.DAY, Column.MEMBERS, Column.VISITS, Column.EVIDENCE);
        crowds.forEach((place, crowd) -> {
            Proportion share = crowd.firstSeen.now();
            if (share.part() >= thresholds.of(FIRST_SEEN_MIN)
                    && share.value() >= thresholds.share(FIRST_SEEN_SHARE_MIN)) {
                findings.add(
                        share.part(),
                        SubjectKind.FACILITY.cell(),
                        Cell.of(place.facility()),
                        Cell.of(place.day()),
                        Cell.of(share.part()),
                        Cell.of(share.whole()),
                        crowd.evidence.cell());
            }
        });
        findings.partialIf(seen, crowds);
        return findings.report(
                ReportName.PHANTOM_CARDS, events.period(), thresholds.shown(FIRST_SEEN_MIN, FIRST_SEEN_SHARE_MIN));
    }

    private static void join(Crowd crowd, VisitEvent visit, boolean firstTime) {
        crowd.firstSeen.add(firstTime);
        if (firstTime) {
            crowd.evidence.add(visit.eventId(), visit.nid());
        }
    }
}

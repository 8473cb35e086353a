package id.sidik.eligibility.report;

import static id.sidik.eligibility.report.Threshold.TRAVEL_KM_MIN;
import static id.sidik.eligibility.report.Threshold.TRAVEL_KM_PER_HOUR_MAX;

import id.sidik.eligibility.nid.Nid;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A finger matched at two places sooner than its owner can have travelled (PM-JAY: one patient in several hospitals). */
final class ImpossibleTravel {
    private static final double MINUTES_PER_HOUR = 60;

    private final Thresholds thresholds;
    private final Map<String, Site> sites;
    private final Kept<Nid, Last> last = new Kept<>(Last::new);
    private final Findings findings = new Findings(
            Column.KIND,
            Column.SUBJECT,
            Column.FACILITY,
            Column.OTHER_FACILITY,
            Column.DISTANCE,
            Column.MINUTES,
            Column.SPEED,
            Column.EVIDENCE);

    /** Where a member was last. */
    private static final class Last {
        private @Nullable PresenceEvent presence;
    }

    private ImpossibleTravel(Thresholds thresholds, Map<String, Site> sites) {
        this.thresholds = thresholds;
        this.sites = sites;
    }

    static Report of(Events events, Thresholds thresholds) {
        ImpossibleTravel travel = new ImpossibleTravel(thresholds, sites(events));
        try (Stream<PresenceEvent> presences = events.presences()) {
            presences.filter(PresenceEvent::matched).forEach(travel::follow);
        }
        travel.findings.partialIf(travel.last);
        return travel.findings.report(
                ReportName.IMPOSSIBLE_TRAVEL, events.period(), thresholds.shown(TRAVEL_KM_PER_HOUR_MAX, TRAVEL_KM_MIN));
    }

    private static Map<String, Site> sites(Events events) {
        try (Stream<Site> sites = events.sites()) {
            return sites.collect(Collectors.toMap(Site::facility, Function.identity(), (first, _) -> first));
        }
    }

    private void follow(PresenceEvent presence) {
        last.of(presence.nid()).ifPresent(before -> {
            PresenceEvent earlier = before.presence;
            before.presence = presence;
            if (earlier != null) {
                compare(earlier, presence);
            }
        });
    }

    private void compare(PresenceEvent earlier, PresenceEvent later) {
        Optional<Double> km = km(earlier.facility(), later.facility());
        double minutes = Math.max(1, Duration.between(earlier.at(), later.at()).toMinutes());
        double kmPerHour = km.orElse(0.0) * MINUTES_PER_HOUR / minutes;
        if (km.orElse(0.0) >= thresholds.of(TRAVEL_KM_MIN) && kmPerHour > thresholds.of(TRAVEL_KM_PER_HOUR_MAX)) {
            findings.add(
                    kmPerHour,
                    SubjectKind.MEMBER.cell(),
                    Cell.of(later.nid()),
                    Cell.of(earlier.facility()),
                    Cell.of(later.facility()),
                    Cell.of(Math.round(km.orElse(0.0))),
                    Cell.of(Math.round(minutes)),
                    Cell.of(Math.round(kmPerHour)),
                    Cell.of(earlier.eventId() + " " + later.eventId()));
        }
    }

    /** Empty where a place is not known: of that, nothing can be said. */
    private Optional<Double> km(String facility, String other) {
        return Optional.ofNullable(sites.get(facility))
                .flatMap(from -> Optional.ofNullable(sites.get(other)).map(from::kmTo));
    }
}

package id.sidik.eligibility.report;

import static id.sidik.eligibility.report.Threshold.CAPTURES_AN_HOUR_MAX;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** More patients than beds (India's auditor on PM-JAY), or more fingers than one scanner can take. */
final class Capacity {
    /** A scanner in an hour. */
    private record DeviceHour(String device, Instant hour) {}

    private Capacity() {}

    static Report of(Events events, Thresholds thresholds) {
        Findings findings =
                new Findings(Column.KIND, Column.SUBJECT, Column.DAY, Column.COUNT, Column.LIMIT, Column.EVIDENCE);
        Kept<String, Map<LocalDate, Evidence>> stays = stays(events);
        Map<String, Integer> beds = beds(events);
        stays.forEach((facility, days) -> fullest(days).ifPresent(day -> {
            int limit = beds.getOrDefault(facility, Integer.MAX_VALUE);
            Evidence inpatients = day.getValue();
            if (inpatients.differentKeys() > limit) {
                add(findings, SubjectKind.FACILITY, facility, day.getKey(), inpatients, limit);
            }
        }));
        Kept<DeviceHour, Evidence> hours = hours(events);
        Map<String, DeviceHour> worst = new HashMap<>();
        hours.forEach((hour, seen) -> {
            if (seen.events() > thresholds.of(CAPTURES_AN_HOUR_MAX)) {
                worst.merge(hour.device(), hour, (a, b) -> busier(hours, a, b));
            }
        });
        worst.forEach((device, hour) -> hours.find(hour)
                .ifPresent(seen -> add(
                        findings,
                        SubjectKind.DEVICE,
                        device,
                        LocalDate.ofInstant(hour.hour(), thresholds.zone()),
                        seen,
                        thresholds.of(CAPTURES_AN_HOUR_MAX))));
        findings.partialIf(stays, hours);
        return findings.report(ReportName.CAPACITY, events.period(), thresholds.shown(CAPTURES_AN_HOUR_MAX));
    }

    private static Map<String, Integer> beds(Events events) {
        try (Stream<Site> sites = events.sites()) {
            return sites.collect(Collectors.toMap(Site::facility, Site::beds, Math::max));
        }
    }

    private static Kept<String, Map<LocalDate, Evidence>> stays(Events events) {
        Kept<String, Map<LocalDate, Evidence>> stays = new Kept<>(HashMap::new);
        try (Stream<VisitEvent> visits = events.visits()) {
            visits.filter(VisitEvent::inpatient)
                    .forEach(visit ->
                            stays.of(visit.facility()).ifPresent(days -> occupy(days, visit, events.period())));
        }
        return stays;
    }

    /** The day of discharge frees the bed. */
    private static void occupy(Map<LocalDate, Evidence> days, VisitEvent visit, Period period) {
        LocalDate end = visit.until().orElse(visit.from().plusDays(1));
        for (LocalDate day = visit.from(); day.isBefore(end) && period.holds(day); day = day.plusDays(1)) {
            days.computeIfAbsent(day, _ -> new Evidence()).add(visit.eventId(), visit.eventId());
        }
    }

    private static Optional<Map.Entry<LocalDate, Evidence>> fullest(Map<LocalDate, Evidence> days) {
        return days.entrySet().stream()
                .max(Map.Entry.<LocalDate, Evidence>comparingByValue(Comparator.comparingInt(Evidence::differentKeys))
                        .thenComparing(Map.Entry.comparingByKey()));
    }

    private static Kept<DeviceHour, Evidence> hours(Events events) {
        Kept<DeviceHour, Evidence> hours = new Kept<>(Evidence::new);
        try (Stream<PresenceEvent> presences = events.presences()) {
            presences
                    .filter(PresenceEvent::captured)
                    .forEach(presence -> hours.of(new DeviceHour(
                                    presence.device(), presence.at().truncatedTo(ChronoUnit.HOURS)))
                            .ifPresent(seen -> seen.add(presence.eventId(), presence.eventId())));
        }
        return hours;
    }

    private static DeviceHour busier(Kept<DeviceHour, Evidence> hours, DeviceHour a, DeviceHour b) {
        long eventsA = hours.find(a).map(Evidence::events).orElse(0L);
        long eventsB = hours.find(b).map(Evidence::events).orElse(0L);
        return eventsB > eventsA ? b : a;
    }

    private static void add(
            Findings findings, SubjectKind kind, String subject, LocalDate day, Evidence seen, int limit) {
        findings.add(
                (double) seen.events() / limit,
                kind.cell(),
                Cell.of(subject),
                Cell.of(day),
                Cell.of(seen.events()),
                Cell.of(limit),
                seen.cell());
    }
}

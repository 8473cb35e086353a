package id.sidik.eligibility.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How each facility does: how long it was down, and how it served. */
final class SiteFigures {
    /** A counter is open for eight hours a day. */
    private static final long OPEN_MINUTES_A_DAY = 480;

    private static final int QUEUE_MINUTES_MAX = 360;
    private static final int MEDIAN = 500;
    private static final long PER_THOUSAND = 1_000;

    /** One facility. */
    private static final class SiteBook {
        private final Ratio fallbacks = new Ratio();
        private final Histogram queues = new Histogram(QUEUE_MINUTES_MAX);
        private final Set<LocalDate> days = new HashSet<>();
        private long presences;
        private long downMinutes;
        private @Nullable Instant downSince;
        private @Nullable LocalDate downOn;

        /** Down from the first fault of a day to the next capture of that day, or to the end of its opening hours. */
        void follow(PresenceEvent presence, LocalDate day) {
            days.add(day);
            if (downOn != null && !downOn.equals(day)) {
                downMinutes += OPEN_MINUTES_A_DAY / 2; // nobody came after the fault: half a day, on average
                downSince = null;
                downOn = null;
            }
            if (!presence.captured() && downSince == null) {
                downSince = presence.at();
                downOn = day;
            } else if (presence.captured() && downSince != null) {
                downMinutes += Duration.between(downSince, presence.at()).toMinutes();
                downSince = null;
                downOn = null;
            }
        }

        long uptimePermille() {
            long open = Math.max(1, days.size() * OPEN_MINUTES_A_DAY);
            return Math.max(0, PER_THOUSAND - Math.min(PER_THOUSAND, downMinutes * PER_THOUSAND / open));
        }
    }

    private SiteFigures() {}

    static Report of(Events events, Thresholds thresholds) {
        Kept<String, SiteBook> sites = new Kept<>(SiteBook::new);
        try (Stream<PresenceEvent> presences = events.presences()) {
            presences.forEach(presence -> sites.of(presence.facility()).ifPresent(site -> {
                site.follow(presence, LocalDate.ofInstant(presence.at(), thresholds.zone()));
                presence.queueSeconds().ifPresent(seconds -> site.queues.add(seconds / 60));
                if (presence.matched()) {
                    site.presences++;
                    site.fallbacks.add(false);
                }
            }));
        }
        try (Stream<FallbackEvent> fallbacks = events.fallbacks()) {
            fallbacks
                    .filter(FallbackEvent::granted)
                    .forEach(fallback -> sites.of(fallback.facility()).ifPresent(site -> site.fallbacks.add(true)));
        }
        Findings findings = new Findings(
                Column.FACILITY, Column.PRESENCES, Column.FALLBACKS, Column.RATE, Column.QUEUE, Column.UPTIME);
        sites.forEach((facility, site) -> findings.add(
                site.presences,
                Cell.of(facility),
                Cell.of(site.presences),
                Cell.of(site.fallbacks.now().part()),
                site.fallbacks.now().permille(),
                site.queues.isEmpty() ? Cell.nothingRecorded() : Cell.of(site.queues.quantile(MEDIAN)),
                Cell.of(site.uptimePermille())));
        findings.partialIf(sites);
        return findings.report(ReportName.SITES, events.period(), Map.of());
    }
}

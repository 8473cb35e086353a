package id.sidik.eligibility.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the gate achieved, in a few figures. */
final class KeyFigures {
    private static final int ANSWER_MILLIS_MAX = 60_000;
    private static final int QUEUE_SECONDS_MAX = 21_600;
    private static final int MEDIAN = 500;
    private static final int P95 = 950;
    private static final long PER_THOUSAND = 1_000;

    private final Map<KeyFigure, Long> figures = new EnumMap<>(KeyFigure.class);

    private KeyFigures() {}

    static Report of(Events events) {
        KeyFigures key = new KeyFigures();
        long proven = key.presences(events);
        key.fallbacks(events, proven);
        key.enrolments(events);
        key.cases(events);
        key.unverified(events);
        Findings findings = new Findings(Column.TOPIC, Column.COUNT, Column.UNIT);
        int place = 0;
        for (KeyFigure figure : KeyFigure.values()) {
            findings.add(-place++, Cell.of(figure.typed()), key.cell(figure), Cell.of(figure.unit()));
        }
        return findings.report(ReportName.KEY_FIGURES, events.period(), Map.of());
    }

    /** Empty where nothing was measured, which is not the same as 0. */
    private Cell cell(KeyFigure figure) {
        return figure == KeyFigure.QUEUE_MEDIAN && !figures.containsKey(figure)
                ? Cell.nothingRecorded()
                : Cell.of(figures.getOrDefault(figure, 0L));
    }

    private long presences(Events events) {
        Ratio faults = new Ratio();
        Ratio matched = new Ratio();
        Histogram answers = new Histogram(ANSWER_MILLIS_MAX);
        Histogram queues = new Histogram(QUEUE_SECONDS_MAX);
        try (Stream<PresenceEvent> presences = events.presences()) {
            presences.forEach(presence -> {
                faults.add(!presence.captured());
                if (presence.captured()) {
                    matched.add(presence.matched());
                    answers.add(presence.answerMillis());
                }
                presence.queueSeconds().ifPresent(queues::add);
            });
        }
        Proportion served = matched.now();
        figures.put(KeyFigure.PRESENCES, served.part());
        figures.put(KeyFigure.FAULT_RATE, permille(faults));
        figures.put(KeyFigure.ATTEMPTS_PER_SUCCESS, served.whole() * PER_THOUSAND / Math.max(1, served.part()));
        figures.put(KeyFigure.ANSWER_MEDIAN, (long) answers.quantile(MEDIAN));
        figures.put(KeyFigure.ANSWER_P95, (long) answers.quantile(P95));
        if (!queues.isEmpty()) {
            figures.put(KeyFigure.QUEUE_MEDIAN, (long) queues.quantile(MEDIAN));
        }
        figures.put(KeyFigure.GENUINE_REJECT_RATE, permille(GenuineRejects.overall(events)));
        return served.part();
    }

    private void fallbacks(Events events, long proven) {
        try (Stream<FallbackEvent> fallbacks = events.fallbacks()) {
            long granted = fallbacks.filter(FallbackEvent::granted).count();
            figures.put(KeyFigure.FALLBACK_RATE, granted * PER_THOUSAND / Math.max(1, granted + proven));
        }
    }

    private void enrolments(Events events) {
        Ratio failed = new Ratio();
        try (Stream<RegistrationEvent> registrations = events.registrations()) {
            registrations
                    .filter(registration -> registration.enrolment() != RegistrationEvent.Enrolment.NOT_TRIED)
                    .forEach(
                            registration -> failed.add(registration.enrolment() == RegistrationEvent.Enrolment.FAILED));
        }
        figures.put(KeyFigure.FAILURE_TO_ENROL_RATE, permille(failed));
    }

    private void cases(Events events) {
        Instant end =
                events.period().to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        try (Stream<CaseEvent> cases = events.cases()) {
            cases.forEach(found -> {
                figures.merge(KeyFigure.DUPLICATES_FOUND, 1L, Long::sum);
                if (found.decidedAt().isEmpty()) {
                    figures.merge(KeyFigure.CASES_WAITING, 1L, Long::sum);
                    figures.merge(
                            KeyFigure.OLDEST_CASE,
                            Math.max(0, Duration.between(found.openedAt(), end).toDays()),
                            Math::max);
                } else if (found.duplicate()) {
                    figures.merge(KeyFigure.DUPLICATES_CONFIRMED, 1L, Long::sum);
                }
            });
        }
    }

    private void unverified(Events events) {
        try (Stream<VisitEvent> visits = events.visits();
                Stream<ClaimEvent> claims = events.claims()) {
            long rupiah = visits.filter(visit -> visit.presence().isEmpty())
                    .mapToLong(VisitEvent::amountRupiah)
                    .sum();
            rupiah += claims.filter(claim -> claim.presence().isEmpty())
                    .mapToLong(ClaimEvent::amountRupiah)
                    .sum();
            figures.put(KeyFigure.UNVERIFIED_VALUE, rupiah);
        }
    }

    private static long permille(Ratio ratio) {
        Proportion now = ratio.now();
        return now.whole() == 0 ? 0 : Math.round((double) now.part() * PER_THOUSAND / now.whole());
    }
}

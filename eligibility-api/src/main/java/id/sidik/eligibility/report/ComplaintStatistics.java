package id.sidik.eligibility.report;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** Complaints by topic, and how long people waited for an answer. */
final class ComplaintStatistics {
    private static final int DAYS_MAX = 400;
    private static final int MEDIAN = 500;

    /** One topic. */
    private static final class Topic {
        private final Histogram days = new Histogram(DAYS_MAX);
        private long received;
        private long answered;
    }

    private ComplaintStatistics() {}

    static Report of(Events events) {
        Kept<String, Topic> topics = new Kept<>(Topic::new);
        try (Stream<ComplaintEvent> complaints = events.complaints()) {
            complaints.forEach(complaint -> topics.of(complaint.topic()).ifPresent(topic -> {
                topic.received++;
                complaint.answeredAt().ifPresent(at -> {
                    topic.answered++;
                    topic.days.add(
                            (int) Duration.between(complaint.receivedAt(), at).toDays());
                });
            }));
        }
        Findings findings = new Findings(Column.TOPIC, Column.COUNT, Column.ANSWERED, Column.DAYS);
        topics.forEach((name, topic) -> findings.add(
                topic.received,
                Cell.of(name),
                Cell.of(topic.received),
                Cell.of(topic.answered),
                Cell.of(topic.days.quantile(MEDIAN))));
        findings.partialIf(topics);
        return findings.report(ReportName.COMPLAINTS, events.period(), Map.of());
    }
}

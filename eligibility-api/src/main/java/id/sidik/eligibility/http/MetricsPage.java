package id.sidik.eligibility.http;

import id.sidik.eligibility.journey.OutcomeMeter;
import id.sidik.eligibility.matching.Matcher;
import id.sidik.eligibility.matching.MatcherStanding;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.wire.limit.CallLimit;
import id.sidik.wire.metrics.Distribution;
import id.sidik.wire.metrics.MetricsText;
import java.time.Duration;
import java.util.stream.IntStream;

/** The figures in Prometheus's text format 0.0.4. */
final class MetricsPage {
    private static final double MILLIS_PER_SECOND = 1e3;

    private final OutcomeMeter meter;
    private final EligibilityStore store;
    private final Matcher matcher;
    private final CallLimit limit;

    MetricsPage(OutcomeMeter meter, EligibilityStore store, Matcher matcher, CallLimit limit) {
        this.meter = meter;
        this.store = store;
        this.matcher = matcher;
        this.limit = limit;
    }

    String text() {
        MetricsText page = new MetricsText();
        page.family("sidik_journeys_total", MetricsText.Type.COUNTER, "Journeys that ended, by what they came to.");
        meter.counts()
                .forEach((outcome, count) ->
                        page.sample(count, "journey", outcome.journey(), "outcome", outcome.outcome()));
        page.family("sidik_check_seconds", MetricsText.Type.HISTOGRAM, "From request to signed answer.")
                .histogram(checkTimes());
        page.family("sidik_audit_leaves", MetricsText.Type.GAUGE, "Leaves in the audit log.")
                .sample(store.auditHead().size());
        page.family("sidik_books_writable", MetricsText.Type.GAUGE, "1 while the store takes writes.")
                .sample(store.writable() ? 1 : 0);
        gallery(page, matcher.standing());
        page.family(
                        "sidik_calls_under_way",
                        MetricsText.Type.GAUGE,
                        "Calls that are worked on, over gRPC and HTTP together.")
                .sample(limit.underWay());
        page.family(
                        "sidik_calls_at_once_max",
                        MetricsText.Type.GAUGE,
                        "Calls that are worked on at once; more are turned away.")
                .sample(limit.atOnceMax());
        page.family(
                        "sidik_calls_total",
                        MetricsText.Type.COUNTER,
                        "Calls that came, by whether they were let in or turned away.")
                .sample(limit.admitted(), "outcome", "admitted")
                .sample(limit.turnedAway(), "outcome", "turned-away");
        return page.toString();
    }

    private static void gallery(MetricsText page, MatcherStanding matcher) {
        page.family("sidik_matcher_serves", MetricsText.Type.GAUGE, "1 while the matcher compares fingers.")
                .sample(matcher.serves() ? 1 : 0);
        page.family(
                        "sidik_gallery_load_progress",
                        MetricsText.Type.GAUGE,
                        "Share of the references that can be found, 0 to 1.")
                .sample(matcher.loadedShare());
        page.family("sidik_gallery_references", MetricsText.Type.GAUGE, "References that can be found.")
                .sample(matcher.references());
        page.family("sidik_gallery_subjects", MetricsText.Type.GAUGE, "Subjects they belong to.")
                .sample(matcher.subjects());
    }

    private Distribution.Counts checkTimes() {
        return new Distribution.Counts(
                OutcomeMeter.BOUNDS.stream().map(MetricsPage::seconds).toList(),
                IntStream.range(0, OutcomeMeter.BOUNDS.size())
                        .mapToObj(meter::checksWithin)
                        .toList(),
                meter.checks(),
                seconds(meter.checkTime()));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / MILLIS_PER_SECOND;
    }
}

package id.sidik.eligibility.http;

import id.sidik.eligibility.journey.OutcomeMeter;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.wire.limit.CallLimit;
import java.time.Duration;

/** The figures in Prometheus's text format 0.0.4. */
final class MetricsPage {
    private static final double MILLIS_PER_SECOND = 1e3;

    private final OutcomeMeter meter;
    private final EligibilityStore store;
    private final CallLimit limit;

    MetricsPage(OutcomeMeter meter, EligibilityStore store, CallLimit limit) {
        this.meter = meter;
        this.store = store;
        this.limit = limit;
    }

    String text() {
        StringBuilder page = new StringBuilder();
        head(page, "sidik_journeys_total", "counter", "Journeys that ended, by what they came to.");
        meter.counts()
                .forEach((outcome, count) -> line(
                        page,
                        "sidik_journeys_total{journey=\"" + outcome.journey() + "\",outcome=\"" + outcome.outcome()
                                + "\"}",
                        count));
        head(page, "sidik_check_seconds", "histogram", "From request to signed answer.");
        for (int bound = 0; bound < OutcomeMeter.BOUNDS.size(); bound++) {
            String seconds = Double.toString(seconds(OutcomeMeter.BOUNDS.get(bound)));
            line(page, "sidik_check_seconds_bucket{le=\"" + seconds + "\"}", meter.checksWithin(bound));
        }
        line(page, "sidik_check_seconds_bucket{le=\"+Inf\"}", meter.checks());
        page.append("sidik_check_seconds_sum ")
                .append(seconds(meter.checkTime()))
                .append('\n');
        line(page, "sidik_check_seconds_count", meter.checks());
        head(page, "sidik_audit_leaves", "gauge", "Leaves in the audit log.");
        line(page, "sidik_audit_leaves", store.auditHead().size());
        head(page, "sidik_books_writable", "gauge", "1 while the store takes writes.");
        line(page, "sidik_books_writable", store.writable() ? 1 : 0);
        head(page, "sidik_calls_under_way", "gauge", "Calls that are worked on, over gRPC and HTTP together.");
        line(page, "sidik_calls_under_way", limit.underWay());
        head(page, "sidik_calls_at_once_max", "gauge", "Calls that are worked on at once; more are turned away.");
        line(page, "sidik_calls_at_once_max", limit.atOnceMax());
        head(page, "sidik_calls_total", "counter", "Calls that came, by whether they were let in or turned away.");
        line(page, "sidik_calls_total{outcome=\"admitted\"}", limit.admitted());
        line(page, "sidik_calls_total{outcome=\"turned-away\"}", limit.turnedAway());
        return page.toString();
    }

    private static void head(StringBuilder page, String name, String type, String help) {
        page.append("# HELP ").append(name).append(' ').append(help).append('\n');
        page.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder page, String series, long value) {
        page.append(series).append(' ').append(value).append('\n');
    }

    private static double seconds(Duration time) {
        return time.toMillis() / MILLIS_PER_SECOND;
    }
}

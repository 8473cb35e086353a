package id.sidik.bridge.http;

import com.google.protobuf.util.Timestamps;
import id.sidik.bridge.v1.HeldPack;
import id.sidik.bridge.watch.BridgeState;
import id.sidik.bridge.watch.BridgeWatch;
import id.sidik.bridge.watch.ScannerRecord;
import id.sidik.wire.metrics.Distribution;
import id.sidik.wire.metrics.MetricsText;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/**
 * {@code GET /metrics}: how this bridge and its scanners do, for Prometheus. Labels are models of our profiles, kinds of faults,
 * outcomes and causes of quality: a few dozen series, and nothing of a person.
 */
final class MetricsPage implements Handler {
    private static final double MILLIS_PER_SECOND = 1e3;

    private final BridgeWatch watch;

    MetricsPage(BridgeWatch watch) {
        this.watch = watch;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, MetricsText.CONTENT_TYPE).send(textOf(watch.look()));
    }

    private static String textOf(BridgeState state) {
        MetricsText page = new MetricsText();
        new ScannerFamilies(page, state).write();
        bridge(page, state);
        return page.toString();
    }

    private static void bridge(MetricsText page, BridgeState state) {
        page.family("sidik_bridge_started_timestamp_seconds", MetricsText.Type.GAUGE, "When this bridge started.")
                .sample(seconds(state.startedAt()));
        page.family("sidik_bridge_gate_serves", MetricsText.Type.GAUGE, "1 while the gate answers.")
                .sample(wordFor(state.gateServes()));
        page.family(
                        "sidik_bridge_certificate_expires_timestamp_seconds",
                        MetricsText.Type.GAUGE,
                        "Until when its certificate holds.")
                .sample(seconds(state.certificateExpiresAt()));
        page.family(
                        "sidik_bridge_journal_waiting",
                        MetricsText.Type.GAUGE,
                        "Answers given without the gate that it has not seen.")
                .sample(state.offline().getWaiting());
        page.family(
                        "sidik_bridge_offline_usable",
                        MetricsText.Type.GAUGE,
                        "1 while journal and keys allow answers without the gate.")
                .sample(wordFor(state.offline().getFault().isEmpty()));
        page.family(
                        "sidik_bridge_turned_away",
                        MetricsText.Type.GAUGE,
                        "1 once the institution has turned this bridge away for good.")
                .sample(wordFor(state.offline().hasTurnedAwayAt()));
        page.family("sidik_bridge_site_packs", MetricsText.Type.GAUGE, "Site packs in force.")
                .sample(state.offline().getPacksCount());
        if (state.offline().getPacksCount() > 0) {
            HeldPack newest = state.offline().getPacks(0);
            page.family(
                            "sidik_bridge_site_pack_issued_timestamp_seconds",
                            MetricsText.Type.GAUGE,
                            "When the newest pack was made.")
                    .sample(Timestamps.toMillis(newest.getIssuedAt()) / MILLIS_PER_SECOND);
            page.family(
                            "sidik_bridge_site_pack_expires_timestamp_seconds",
                            MetricsText.Type.GAUGE,
                            "Until when it is in force.")
                    .sample(Timestamps.toMillis(newest.getExpiresAt()) / MILLIS_PER_SECOND);
        }
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / MILLIS_PER_SECOND;
    }

    private static int wordFor(boolean yes) {
        return yes ? 1 : 0;
    }

    /** The families that have a sample, or several, for each scanner. */
    private record ScannerFamilies(MetricsText page, BridgeState state) {
        void write() {
            each(
                    "sidik_scanner_attached",
                    MetricsText.Type.GAUGE,
                    "1 while it is plugged in.",
                    s -> wordFor(s.isAttached()));
            each(
                    "sidik_scanner_usable",
                    MetricsText.Type.GAUGE,
                    "1 while it answers.",
                    s -> wordFor(s.fault().isEmpty()));
            each(
                    "sidik_scanner_last_seen_timestamp_seconds",
                    MetricsText.Type.GAUGE,
                    "When it last answered.",
                    s -> s.lastSeen().map(MetricsPage::seconds).orElse(0.0));
            each(
                    "sidik_scanner_replugs_total",
                    MetricsText.Type.COUNTER,
                    "How often it came back.",
                    ScannerRecord::replugs);
            counts("sidik_captures_total", "Captures, by what they came to.", "outcome", ScannerRecord::captures);
            counts("sidik_scanner_faults_total", "Faults, by kind.", "kind", ScannerRecord::faults);
            counts(
                    "sidik_frames_total",
                    "Frames, by what kept them from being better.",
                    "cause",
                    ScannerRecord::causes);
            spread(
                    "sidik_capture_seconds",
                    "Captures that were completed, from first prompt to end.",
                    ScannerRecord::seconds);
            spread("sidik_capture_attempts", "Attempts of each accepted impression.", ScannerRecord::attempts);
            spread("sidik_frame_quality", "Quality of frames, 0 to 100.", ScannerRecord::quality);
        }

        private void each(String name, MetricsText.Type type, String help, Function<ScannerRecord, Number> figure) {
            page.family(name, type, help);
            for (ScannerRecord scanner : state.scanners()) {
                page.sample(figure.apply(scanner).doubleValue(), "scanner", nameOf(scanner));
            }
        }

        private void counts(String name, String help, String label, Function<ScannerRecord, Map<?, Long>> figures) {
            page.family(name, MetricsText.Type.COUNTER, help);
            for (ScannerRecord scanner : state.scanners()) {
                figures.apply(scanner).entrySet().stream()
                        .sorted((one, other) -> String.valueOf(one.getKey()).compareTo(String.valueOf(other.getKey())))
                        .forEach(count -> page.sample(
                                count.getValue(), "scanner", nameOf(scanner), label, String.valueOf(count.getKey())));
            }
        }

        private void spread(String name, String help, Function<ScannerRecord, Distribution.Counts> figures) {
            page.family(name, MetricsText.Type.HISTOGRAM, help);
            for (ScannerRecord scanner : state.scanners()) {
                page.histogram(figures.apply(scanner), "scanner", nameOf(scanner));
            }
        }

        private static String nameOf(ScannerRecord scanner) {
            return scanner.model().isEmpty() ? "none" : scanner.model();
        }
    }
}

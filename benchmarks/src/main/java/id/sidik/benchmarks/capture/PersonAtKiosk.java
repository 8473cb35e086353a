package id.sidik.benchmarks.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sidik.benchmarks.capture.Visitors.Visit;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.wire.config.HostPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Somebody who does at once what the page says, and reads the answer. */
final class PersonAtKiosk {
    private static final Set<String> HANDS_OFF = Set.of("HOLD_STILL", "LIFT_FINGER");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient browser;
    private final HostPort kiosk;
    private final Sensor sensor;
    private final StageWatch watch;

    PersonAtKiosk(HttpClient browser, HostPort kiosk, Sensor sensor, StageWatch watch) {
        this.browser = browser;
        this.kiosk = kiosk;
        this.sensor = sensor;
        this.watch = watch;
    }

    /**
     * One check.
     *
     * @return what the stages took, in nanoseconds; empty when the person was asked again
     * @throws IllegalStateException when the answer is another than yes
     */
    Optional<Map<Stage, Long>> check(Visit visit) throws IOException, InterruptedException {
        watch.begin();
        HttpResponse<Stream<String>> page = browser.send(question(visit), BodyHandlers.ofLines());
        try (Stream<String> lines = page.body()) {
            Optional<Map<Stage, Long>> stages = Optional.empty();
            for (String line : (Iterable<String>) lines::iterator) {
                JsonNode step = json.readTree(line);
                if (step.has("decision")) {
                    stages = Optional.of(watch.told());
                    requireGranted(step.get("decision"));
                    sensor.lift();
                } else if (step.has("prompt")) {
                    follow(step.get("prompt").get("guidance").textValue(), visit);
                }
            }
            return stages.filter(_ -> watch.wasStraight());
        }
    }

    private void follow(String guidance, Visit visit) throws IOException {
        if (!HANDS_OFF.contains(guidance)) {
            sensor.lay(visit.finger());
        } else if (guidance.equals("LIFT_FINGER")) {
            sensor.lift();
        }
    }

    private static void requireGranted(JsonNode decision) {
        if (!decision.has("granted")) {
            throw new IllegalStateException("a member with her own finger was not granted: " + decision);
        }
    }

    private HttpRequest question(Visit visit) {
        String origin = "http://" + kiosk;
        return HttpRequest.newBuilder(URI.create(origin + "/api/checks"))
                .header("Origin", origin)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.createObjectNode()
                        .put("nid", visit.nid())
                        .put("purpose", Purpose.HOSPITAL_OUTPATIENT.name())
                        .put("finger", Visitors.FINGER.name())
                        .toString()))
                .build();
    }
}

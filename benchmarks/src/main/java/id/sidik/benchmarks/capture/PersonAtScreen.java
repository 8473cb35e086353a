package id.sidik.benchmarks.capture;

import com.google.gson.JsonObject;
import id.sidik.benchmarks.capture.Visitors.Visit;
import id.sidik.bridge.browser.Chromium;
import id.sidik.eligibility.v1.Purpose;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Somebody who touches what the kiosk's page shows in a real browser. The page does not measure itself: a stop watch is laid into it through the
 * driver, around the one call by which it reads a line.
 */
final class PersonAtScreen {
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double NANOS_A_MILLI = 1e6;

    /** A frame's callback runs before it is painted; a message that is posted there is delivered after. What a line changes is changed by then. */
    private static final String STOP_WATCH = """
            const parse = JSON.parse;
            window.drawnMillis = {};
            JSON.parse = (...given) => {
                const readAt = performance.now();
                const line = parse(...given);
                for (const field of arguments) {
                    if (line?.[field]) requestAnimationFrame(() => {
                        const { port1, port2 } = new MessageChannel();
                        port1.onmessage = () => { drawnMillis[field] = performance.now() - readAt; port1.close(); };
                        port2.postMessage(null);
                    });
                }
                return line;
            };
            """;

    /** Touches everything up to the finger. The page is there once its languages are. */
    private static final String ASK = """
            window.drawnMillis = {};
            document.querySelector('#restart:not([hidden])')?.click();
            const language = document.querySelector('[data-language]');
            if (!language) return false;
            language.click();
            document.querySelector(`[data-purpose=${arguments[1]}]`).click();
            for (const digit of arguments[0]) document.querySelector(`[data-key="${digit}"]`).click();
            document.querySelector('[data-key=next]').click();
            return true;
            """;

    private static final String LOOK = """
            return {state: document.getElementById('finger').dataset.state ?? '', outcome: document.body.dataset.outcome ?? '',
                drawn: drawnMillis};
            """;

    private final Chromium chromium;
    private final Sensor sensor;

    /** @param chromium shows the page */
    PersonAtScreen(Chromium chromium, Sensor sensor) throws IOException {
        this.chromium = chromium;
        this.sensor = sensor;
        var _ = chromium.run(
                STOP_WATCH, Stream.of(Drawn.values()).map(Drawn::field).toArray(String[]::new));
    }

    /**
     * One check.
     *
     * @return what drawing took, in nanoseconds
     * @throws IllegalStateException when the answer is another than yes, or none comes
     */
    Map<Drawn, Long> check(Visit visit) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!chromium.run(ASK, visit.nid(), Purpose.HOSPITAL_OUTPATIENT.name())
                .getAsBoolean()) {
            rest(end, "no languages");
        }
        JsonObject seen = look();
        String followed = "";
        while (!isDrawn(seen)) {
            String state = seen.get("state").getAsString();
            if (!state.equals(followed)) {
                follow(state, visit);
                followed = state;
            }
            rest(end, seen);
            seen = look();
        }
        sensor.lift();
        if (!seen.get("outcome").getAsString().equals("granted")) {
            throw new IllegalStateException("a member with her own finger was not granted: " + seen);
        }
        Map<Drawn, Long> drawn = new EnumMap<>(Drawn.class);
        for (Drawn what : Drawn.values()) {
            drawn.put(
                    what,
                    Math.round(seen.getAsJsonObject("drawn").get(what.field()).getAsDouble() * NANOS_A_MILLI));
        }
        return drawn;
    }

    private JsonObject look() throws IOException {
        return chromium.run(LOOK).getAsJsonObject();
    }

    private static boolean isDrawn(JsonObject seen) {
        return Stream.of(Drawn.values())
                .allMatch(what -> seen.getAsJsonObject("drawn").has(what.field()));
    }

    private void follow(String state, Visit visit) throws IOException {
        if (state.equals("place") || state.equals("again")) {
            sensor.lay(visit.finger());
        } else if (state.equals("lift")) {
            sensor.lift();
        }
    }

    private static void rest(long end, Object lastSeen) {
        if (System.nanoTime() > end) {
            throw new IllegalStateException(
                    "the page showed no whole answer within " + PATIENCE.toSeconds() + " s: " + lastSeen);
        }
        LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
}

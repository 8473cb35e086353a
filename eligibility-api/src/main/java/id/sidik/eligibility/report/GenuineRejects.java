package id.sidik.eligibility.report;

import id.sidik.eligibility.nid.Nid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How often the right person was refused. Nobody knows for certain who was right; a member who fails and matches at the same place
 * within ten minutes most probably was.
 */
final class GenuineRejects {
    private static final Duration RETRY_MAX = Duration.ofMinutes(10);
    private static final int BAND_YEARS = 10;

    /** Attempts of a member at a place that did not serve, and may still be followed by one that does. */
    private static final class Tries {
        private final List<PresenceEvent> failed = new ArrayList<>(1);
    }

    /** An attempt by the right person, refused or not. */
    private record Genuine(PresenceEvent presence, boolean refused) {}

    private GenuineRejects() {}

    static Report of(Events events) {
        Map<String, Ratio> bands = new TreeMap<>();
        Kept<Nid, Tries> tries = read(events, genuine -> {
            ratio(bands, ageBand(genuine.presence().ageYears())).add(genuine.refused());
            ratio(
                            bands,
                            String.format(
                                    Locale.ROOT,
                                    "finger %02d",
                                    genuine.presence().fingerPosition()))
                    .add(genuine.refused());
        });
        Findings findings = new Findings(Column.BAND, Column.COUNT, Column.FAILURES, Column.RATE);
        int place = 0;
        for (Map.Entry<String, Ratio> band : bands.entrySet()) {
            Proportion rate = band.getValue().now();
            findings.add(
                    -place++, Cell.of(band.getKey()), Cell.of(rate.whole()), Cell.of(rate.part()), rate.permille());
        }
        findings.partialIf(tries);
        return findings.report(ReportName.GENUINE_REJECTS, events.period(), Map.of());
    }

    /** Of everybody together. */
    static Ratio overall(Events events) {
        Ratio all = new Ratio();
        read(events, genuine -> all.add(genuine.refused()));
        return all;
    }

    private static Kept<Nid, Tries> read(Events events, Consumer<Genuine> reader) {
        Kept<Nid, Tries> tries = new Kept<>(Tries::new);
        try (Stream<PresenceEvent> presences = events.presences()) {
            presences
                    .filter(PresenceEvent::captured)
                    .forEach(
                            presence -> tries.of(presence.nid()).ifPresent(before -> follow(before, presence, reader)));
        }
        return tries;
    }

    private static void follow(Tries tries, PresenceEvent presence, Consumer<Genuine> reader) {
        if (!presence.matched()) {
            tries.failed.add(presence);
            return;
        }
        Instant since = presence.at().minus(RETRY_MAX);
        for (PresenceEvent failed : tries.failed) {
            if (!failed.at().isBefore(since) && failed.facility().equals(presence.facility())) {
                reader.accept(new Genuine(failed, true));
            }
        }
        tries.failed.clear();
        reader.accept(new Genuine(presence, false));
    }

    private static Ratio ratio(Map<String, Ratio> bands, String band) {
        return bands.computeIfAbsent(band, _ -> new Ratio());
    }

    private static String ageBand(int ageYears) {
        int from = ageYears / BAND_YEARS * BAND_YEARS;
        return String.format(Locale.ROOT, "age %02d-%02d", from, from + BAND_YEARS - 1);
    }
}

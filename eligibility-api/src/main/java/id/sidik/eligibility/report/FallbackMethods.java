package id.sidik.eligibility.report;

import java.util.Map;
import java.util.stream.Stream;

/** How people are served without the finger that was asked for: each method at each facility, how often a decision rested on it, and how often it granted. */
final class FallbackMethods {
    /** A method at a facility. */
    private record Way(String facility, String method) {}

    private FallbackMethods() {}

    static Report of(Events events) {
        Kept<Way, Ratio> ways = new Kept<>(Ratio::new);
        try (Stream<FallbackEvent> fallbacks = events.fallbacks()) {
            fallbacks.forEach(fallback -> ways.of(new Way(fallback.facility(), fallback.kind()))
                    .ifPresent(way -> way.add(fallback.granted())));
        }
        Findings findings = new Findings(Column.FACILITY, Column.METHOD, Column.FALLBACKS, Column.GRANTED, Column.RATE);
        ways.forEach((way, granted) -> findings.add(
                granted.now().whole(),
                Cell.of(way.facility()),
                Cell.of(way.method()),
                Cell.of(granted.now().whole()),
                Cell.of(granted.now().part()),
                granted.now().permille()));
        findings.partialIf(ways);
        return findings.report(ReportName.FALLBACK_METHODS, events.period(), Map.of());
    }
}

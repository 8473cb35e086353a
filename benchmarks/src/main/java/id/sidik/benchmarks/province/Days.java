package id.sidik.benchmarks.province;

import id.sidik.benchmarks.gate.SimulatedGate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** The calendar of the province. */
final class Days {
    /** So long after a decision a fallback may follow it. */
    static final Duration FOLLOWED_WITHIN = Duration.ofMinutes(29);

    private Days() {}

    static LocalDate of(Instant at) {
        return LocalDate.ofInstant(at, SimulatedGate.ZONE);
    }

    static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(SimulatedGate.ZONE).toInstant();
    }
}

package id.sidik.benchmarks.offlinestorm;

import java.time.Instant;
import java.time.InstantSource;

/** Shows what it was set to. */
final class SimulatedClock implements InstantSource {
    private volatile Instant now = Instant.EPOCH;

    void set(Instant moment) {
        now = moment;
    }

    @Override
    public Instant instant() {
        return now;
    }
}

package id.sidik.eligibility.journey;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Counts what journeys come to and how long they take. Outcomes are words of ours, so there are few of them. */
public final class OutcomeMeter {
    /** Upper bounds of the latency classes; 400 ms is what a person at a counter does not notice. */
    public static final List<Duration> BOUNDS = List.of(
            Duration.ofMillis(25),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            Duration.ofMillis(400),
            Duration.ofMillis(1_000),
            Duration.ofMillis(5_000));

    private final Map<Outcome, LongAdder> counts = new ConcurrentSkipListMap<>();
    private final LongAdder[] atMost = new LongAdder[BOUNDS.size()];
    private final LongAdder checks = new LongAdder();
    private final LongAdder checkMicros = new LongAdder();

    public OutcomeMeter() {
        for (int i = 0; i < atMost.length; i++) {
            atMost[i] = new LongAdder();
        }
    }

    /** What a journey came to, for example "check" and "Granted". */
    public record Outcome(String journey, String outcome) implements Comparable<Outcome> {
        @Override
        public int compareTo(Outcome other) {
            int byJourney = journey.compareTo(other.journey);
            return byJourney == 0 ? outcome.compareTo(other.outcome) : byJourney;
        }
    }

    void count(String journey, String outcome) {
        counts.computeIfAbsent(new Outcome(journey, outcome), _ -> new LongAdder())
                .increment();
    }

    void checkTook(Duration time) {
        checks.increment();
        checkMicros.add(TimeUnit.NANOSECONDS.toMicros(time.toNanos()));
        for (int i = 0; i < atMost.length; i++) {
            if (time.compareTo(BOUNDS.get(i)) <= 0) {
                atMost[i].increment();
            }
        }
    }

    public Map<Outcome, Long> counts() {
        Map<Outcome, Long> now = new TreeMap<>();
        counts.forEach((outcome, count) -> now.put(outcome, count.sum()));
        return Collections.unmodifiableMap(now);
    }

    /** Checks that took at most the bound with this index in {@link #BOUNDS}. */
    public long checksWithin(int bound) {
        return atMost[bound].sum();
    }

    public long checks() {
        return checks.sum();
    }

    /** All checks together. */
    public Duration checkTime() {
        return Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(checkMicros.sum()));
    }
}

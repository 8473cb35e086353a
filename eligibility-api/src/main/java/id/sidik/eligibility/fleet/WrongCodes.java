package id.sidik.eligibility.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who showed codes that nobody was given. A typing error is found where it is made, so whoever sends several wrong codes is guessing, or has
 * a code of long ago; after {@link #WRONG_MAX} in a {@link #WINDOW} that address waits for the window's end. A code has 60 random bits, so
 * this keeps the log short rather than the door shut. In memory, for the latest {@link #ADDRESSES_MAX} addresses. For many threads.
 */
public final class WrongCodes {
    /** Wrong codes of one address in one window. */
    public static final int WRONG_MAX = 10;

    static final Duration WINDOW = Duration.ofMinutes(10);
    static final int ADDRESSES_MAX = 10_000;

    private final InstantSource clock;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    private record Tally(int wrong, Instant windowEnd) {}

    public WrongCodes(InstantSource clock) {
        this.clock = clock;
    }

    /** How long an address has to wait before it may show another code; empty when it may now. */
    public synchronized Optional<Duration> waitOf(String address) {
        Tally tally = tallies.get(address);
        Instant now = clock.instant();
        return tally != null && tally.wrong() >= WRONG_MAX && now.isBefore(tally.windowEnd())
                ? Optional.of(Duration.between(now, tally.windowEnd()))
                : Optional.empty();
    }

    /** Counts a wrong one. */
    public synchronized void count(String address) {
        Instant now = clock.instant();
        Tally next = Optional.ofNullable(tallies.remove(address))
                .filter(before -> now.isBefore(before.windowEnd()))
                .map(before -> new Tally(before.wrong() + 1, before.windowEnd()))
                .orElseGet(() -> new Tally(1, now.plus(WINDOW)));
        tallies.put(address, next);
        if (tallies.size() > ADDRESSES_MAX) {
            tallies.remove(tallies.keySet().iterator().next()); // the one that was longest quiet
        }
    }
}

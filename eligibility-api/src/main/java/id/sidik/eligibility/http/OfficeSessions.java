package id.sidik.eligibility.http;

import id.sidik.eligibility.access.Identity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Who is signed in at the back office. A session begins with an access token, is known by 256 random bits that only the browser's cookie jar
 * holds, ends after half an hour without a request or after a shift, and lives in memory: after a restart everybody signs in again.
 */
public final class OfficeSessions {
    static final Duration IDLE_MAX = Duration.ofMinutes(30);
    static final Duration SHIFT = Duration.ofHours(9);
    static final int SESSIONS_MAX = 256;

    private static final int ID_BYTES = 32;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** A session, and when it was used. */
    private record Entry(OfficeSession session, Instant begunAt, Instant usedAt) {
        boolean overAt(Instant now) {
            return now.isAfter(usedAt.plus(IDLE_MAX)) || now.isAfter(begunAt.plus(SHIFT));
        }
    }

    /**
     * None yet.
     *
     * @param random a cryptographically strong one outside tests
     */
    public OfficeSessions(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Begins one and returns its id. When there are too many, the one that was begun first ends. */
    synchronized String begin(Identity identity) {
        Instant now = clock.instant();
        entries.values().removeIf(entry -> entry.overAt(now));
        if (entries.size() == SESSIONS_MAX) {
            entries.remove(entries.keySet().iterator().next());
        }
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        entries.put(id, new Entry(new OfficeSession(identity), now, now));
        return id;
    }

    /** The session with this id, if it has not ended. Finding it counts as a use. */
    synchronized Optional<OfficeSession> find(String id) {
        Instant now = clock.instant();
        Entry entry = entries.get(id);
        if (entry == null || entry.overAt(now)) {
            entries.remove(id);
            return Optional.empty();
        }
        entries.put(id, new Entry(entry.session(), entry.begunAt(), now));
        return Optional.of(entry.session());
    }

    synchronized void end(String id) {
        entries.remove(id);
    }
}

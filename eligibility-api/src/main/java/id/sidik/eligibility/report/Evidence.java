package id.sidik.eligibility.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The events that show something: how many there were, the ids of the first, and how many different keys they had. */
final class Evidence {
    /** Enough to begin with; the rest is found by looking at the subject. */
    static final int IDS_MAX = 12;

    private static final int KEYS_MAX = 10_000;

    private final List<String> ids = new ArrayList<>(2);
    private final Set<Object> keys = new HashSet<>(2);
    private long events;

    /** Notes an event, and whom or what it was about. */
    void add(String eventId, Object key) {
        events++;
        if (ids.size() < IDS_MAX) {
            ids.add(eventId);
        }
        if (keys.size() < KEYS_MAX) {
            keys.add(key);
        }
    }

    long events() {
        return events;
    }

    /** At least so many; exactly so many below 10,000. */
    int differentKeys() {
        return keys.size();
    }

    Cell cell() {
        return Cell.of(String.join(" ", ids) + (events > ids.size() ? " …" : ""));
    }
}

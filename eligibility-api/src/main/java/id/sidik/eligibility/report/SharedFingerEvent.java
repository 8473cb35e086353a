package id.sidik.eligibility.report;

import id.sidik.eligibility.nid.Nid;
import java.time.Instant;
import java.util.List;

/**
 * A finger that matched its member, and is enrolled for others as well.
 *
 * @param eventId the presence's
 * @param presenter whose references it was compared with
 * @param others who were found beside her when everybody was searched, best first, 1 to {@value #OTHERS_MAX}
 */
public record SharedFingerEvent(String eventId, Instant at, Nid nid, String presenter, List<String> others) {
    /** More than a matcher names. */
    public static final int OTHERS_MAX = 50;

    public SharedFingerEvent {
        others = List.copyOf(others);
        if (others.isEmpty() || others.size() > OTHERS_MAX || others.contains(presenter)) {
            throw new IllegalArgumentException("a shared finger has 1 to " + OTHERS_MAX + " others, not " + others);
        }
    }

    @Override
    public String toString() {
        return "SharedFingerEvent[" + eventId + ", " + nid.masked() + ", " + others.size() + " others]";
    }
}

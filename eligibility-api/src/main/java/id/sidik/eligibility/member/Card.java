package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import java.time.Instant;
import java.util.Optional;

/**
 * That a number on a card is a member's. A number is one member's at a time.
 *
 * @param endedAt when it ceased to count; empty while it is in force
 */
public record Card(CardNumber number, Nid nid, Instant recordedAt, Optional<Instant> endedAt) {
    /** The most that one member has, in force or not. */
    public static final int COUNT_MAX = 100;

    /** In force from now on. */
    public static Card recorded(CardNumber number, Nid nid, Instant now) {
        return new Card(number, nid, now, Optional.empty());
    }

    public boolean isInForce() {
        return endedAt.isEmpty();
    }

    /** The same, which counts no longer. */
    public Card ended(Instant now) {
        return new Card(number, nid, recordedAt, Optional.of(now));
    }
}

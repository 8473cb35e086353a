package id.sidik.bridge.offline;

import java.time.Instant;

/**
 * What the policy grants to a member whose finger proves her.
 *
 * @param until not included
 * @param inForceUntil YYYY-MM-DD, to be shown
 */
public record Prospect(String purpose, Instant from, Instant until, String benefit, String inForceUntil) {
    boolean holds(String asked, Instant at) {
        return purpose.equals(asked) && !at.isBefore(from) && at.isBefore(until);
    }
}

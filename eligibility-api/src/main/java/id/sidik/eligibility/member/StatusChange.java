package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A status became another.
 *
 * @param revision of the member with the new status
 * @param effectiveOn the day from which it holds: of death, for the deceased; it may lie before the day it was told
 * @param reason an officer's words, 1 to 200 characters
 * @param officers who decided, one or two
 */
public record StatusChange(
        Nid nid,
        int revision,
        MemberStatus from,
        MemberStatus to,
        LocalDate effectiveOn,
        String reason,
        List<String> officers,
        Instant at) {

    /** The longest reason, in characters. */
    public static final int REASON_CHARS_MAX = 200;

    public StatusChange {
        if (from == to) {
            throw new IllegalArgumentException("a status changes into another: " + to);
        }
        if (reason.isBlank() || reason.length() > REASON_CHARS_MAX) {
            throw new IllegalArgumentException("a reason is 1 to 200 characters, not " + reason.length());
        }
        officers = List.copyOf(officers);
        if (officers.isEmpty() || officers.size() > 2) {
            throw new IllegalArgumentException("one or two officers decide, not " + officers.size());
        }
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "StatusChange[" + nid.masked() + ", " + from + " to " + to + " on " + effectiveOn + "]";
    }
}

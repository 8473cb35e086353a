package id.sidik.eligibility.report;

import id.sidik.eligibility.nid.Nid;
import java.time.Instant;

/**
 * A member was served without a matching finger.
 *
 * @param kind another finger, card and PIN, OTP, override, emergency: a word of the fallbacks
 * @param approver the second officer; the operator again where none is needed
 */
public record FallbackEvent(
        String eventId,
        Instant at,
        Nid nid,
        String facility,
        String operator,
        String approver,
        String kind,
        boolean granted) {}

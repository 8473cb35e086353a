package id.sidik.eligibility.receipt;

import id.sidik.eligibility.decision.Decision;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.presence.FallbackMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A decision as its bearer shows it: to whom, where, for what, when, and where it stands in the audit log.
 *
 * @param fallback how presence was shown, if not by the finger that was asked for first
 * @param subject keyed hash of the NID for receipts, 64 hexadecimal digits
 * @param nidMasked first and last four digits, so that a clerk can see whose receipt it is
 * @param auditIndex of the leaf that was durable before the receipt was signed
 * @param expiresAt from then on it proves what was decided, and no longer that it may be acted on
 */
public record Receipt(
        String decisionId,
        Decision decision,
        Purpose purpose,
        Facility facility,
        Optional<FallbackMethod> fallback,
        String subject,
        String nidMasked,
        String policyVersion,
        long auditIndex,
        Instant decidedAt,
        Instant expiresAt) {

    /** A day: long enough for an admission to be finished, too short to be served next week on last week's cover. */
    public static final Duration VALIDITY = Duration.ofDays(1);

    /** Whether the receipt may no longer be acted on. */
    public boolean expiredAt(Instant moment) {
        return !moment.isBefore(expiresAt);
    }
}

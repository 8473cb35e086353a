package id.sidik.bridge.console;

import com.google.protobuf.util.Timestamps;
import id.sidik.eligibility.v1.ClaimRecord;
import id.sidik.eligibility.v1.FallbackRecord;
import id.sidik.eligibility.v1.PresenceRecord;
import id.sidik.eligibility.v1.VisitRecord;

/** Visits, claims and fallbacks in a sentence. */
final class CaseText {
    private CaseText() {}

    static String of(VisitRecord visit) {
        String overlaps =
                visit.getOverlapsCount() == 0 ? "" : "; overlaps " + String.join(", ", visit.getOverlapsList());
        return "visit " + visit.getVisitId() + ": " + Words.of(visit.getKind()) + " at " + visit.getFacilityId() + ", "
                + Words.of(visit.getState()) + ", " + of(visit.getPresence()) + overlaps;
    }

    static String of(ClaimRecord claim) {
        String decided = switch (claim.getState()) {
            case APPROVED, PAYMENT_NOTICED -> " for Rp " + claim.getApprovedRupiah();
            case REJECTED, APPEALED -> " (" + claim.getRejectionReason() + ", " + claim.getRejectionCode() + ")";
            case OPEN, SUBMITTED, STATE_UNSPECIFIED, UNRECOGNIZED -> "";
        };
        return "claim " + claim.getClaimId() + ": " + claim.getProgramme() + ", Rp " + claim.getAmountRupiah() + ", "
                + Words.of(claim.getState()) + decided + ", " + of(claim.getPresence());
    }

    static String of(FallbackRecord fallback) {
        String more = switch (fallback.getState()) {
            case AWAITING -> ", " + fallback.getTriesLeft() + " tries left";
            case FAILED -> " (" + fallback.getFailure() + ")";
            case AWAITING_SECOND_OFFICER, PASSED, USED, STATE_UNSPECIFIED, UNRECOGNIZED -> "";
        };
        return "fallback " + fallback.getFallbackId() + ": " + Words.of(fallback.getMethod()) + ", "
                + Words.of(fallback.getState()) + more + ", until " + Timestamps.toString(fallback.getExpiresAt());
    }

    private static String of(PresenceRecord presence) {
        if (!presence.getGraceFallbackId().isEmpty()) {
            return "an emergency, to be shown a finger for by " + Timestamps.toString(presence.getGraceUntil());
        }
        if (presence.getDecisionId().isEmpty()) {
            return "no presence shown";
        }
        return presence.getFallbackMethod().isEmpty()
                ? "presence shown by finger"
                : "presence shown by " + presence.getFallbackMethod();
    }
}

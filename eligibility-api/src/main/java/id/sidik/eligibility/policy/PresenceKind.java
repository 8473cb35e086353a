package id.sidik.eligibility.policy;

import id.sidik.eligibility.decision.UndeterminedCause;

/**
 * What is known about who stands there, as rules see it. Each kind says what the answer is where the policy does not accept it:
 * never a yes. Names are stored with every decision.
 */
public enum PresenceKind {
    /** The finger is the member's. */
    PROVED(UndeterminedCause.OFFICER_NEEDED),
    /** The finger is that of the person who claims for a member who died. */
    CLAIMANT_PROVED(UndeterminedCause.OFFICER_NEEDED),
    /** A way for people whom the finger does not serve, and which was followed to its end. */
    FALLBACK(UndeterminedCause.OFFICER_NEEDED),
    /** Nobody asked for a finger: the number is all there is. */
    NID_ALONE(UndeterminedCause.CAPTURE_MISSING),
    MISMATCH(UndeterminedCause.OFFICER_NEEDED),
    NOT_ENROLLED(UndeterminedCause.NOT_ENROLLED),
    TOO_POOR(UndeterminedCause.QUALITY_TOO_LOW),
    SCANNER_UNPLUGGED(UndeterminedCause.SCANNER_UNPLUGGED),
    SCANNER_FAULT(UndeterminedCause.SCANNER_FAULT),
    FINGER_TIMEOUT(UndeterminedCause.FINGER_TIMEOUT),
    QUALITY_TOO_LOW(UndeterminedCause.QUALITY_TOO_LOW),
    CAPTURE_MISSING(UndeterminedCause.CAPTURE_MISSING),
    STALE(UndeterminedCause.CAPTURE_STALE),
    DEVICE_UNTRUSTED(UndeterminedCause.DEVICE_NOT_TRUSTED),
    REPLAYED(UndeterminedCause.CAPTURE_REPLAYED),
    MATCHER_UNAVAILABLE(UndeterminedCause.MATCHER_UNAVAILABLE),
    GALLERY_INCOMPLETE(UndeterminedCause.GALLERY_INCOMPLETE);

    private final UndeterminedCause unaccepted;

    PresenceKind(UndeterminedCause unaccepted) {
        this.unaccepted = unaccepted;
    }

    /** The answer where the policy does not accept this kind. */
    UndeterminedCause unaccepted() {
        return unaccepted;
    }

    /** Whether a number that nobody has is told to be that: a capture that failed says nothing about anybody. */
    boolean tellsOfUnknown() {
        return acceptable() || this == MISMATCH || this == NOT_ENROLLED;
    }

    /** Whether a policy may accept it at all. Whatever it says: a failure of ours or a stranger's finger never is a proof. */
    boolean acceptable() {
        return switch (this) {
            case PROVED, CLAIMANT_PROVED, FALLBACK, NID_ALONE -> true;
            case MISMATCH,
                    NOT_ENROLLED,
                    TOO_POOR,
                    SCANNER_UNPLUGGED,
                    SCANNER_FAULT,
                    FINGER_TIMEOUT,
                    QUALITY_TOO_LOW,
                    CAPTURE_MISSING,
                    STALE,
                    DEVICE_UNTRUSTED,
                    REPLAYED,
                    MATCHER_UNAVAILABLE,
                    GALLERY_INCOMPLETE -> false;
        };
    }
}

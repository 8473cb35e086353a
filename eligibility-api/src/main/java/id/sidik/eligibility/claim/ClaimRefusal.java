package id.sidik.eligibility.claim;

/** Why a step is illegal. Names are the stable reasons of errors: never rename one. */
public enum ClaimRefusal {
    /** Only an open claim takes documents and presence. */
    CLAIM_NOT_OPEN,
    /** More documents than a claim may have. */
    CLAIM_DOCUMENTS_TOO_MANY,
    /** A claim is submitted with at least one document. */
    CLAIM_DOCUMENTS_MISSING,
    /** Presence was shown already. */
    CLAIM_PRESENCE_SHOWN_ALREADY,
    /** Nobody is paid who was never there. */
    CLAIM_PRESENCE_MISSING,
    /** Only a submitted or appealed claim is decided. */
    CLAIM_NOT_AWAITING_DECISION,
    /** More than was claimed, or nothing. */
    CLAIM_AMOUNT_OUT_OF_RANGE,
    /** An appeal is decided by another officer than the one who rejected. */
    CLAIM_OFFICER_NOT_ANOTHER,
    /** Only a rejected claim is appealed. */
    CLAIM_NOT_REJECTED,
    /** The answer to an appeal is the last word. */
    CLAIM_APPEALED_ALREADY,
    /** The time for an appeal has passed. */
    CLAIM_APPEAL_TOO_LATE,
    /** Only an approved claim is paid. */
    CLAIM_NOT_APPROVED,
    /** What was paid is what was approved. */
    CLAIM_PAYMENT_DIFFERS
}

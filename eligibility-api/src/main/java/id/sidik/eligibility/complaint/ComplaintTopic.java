package id.sidik.eligibility.complaint;

/** What a complaint is about. Names are stored: never rename one. */
public enum ComplaintTopic {
    FINGER_REFUSED,
    CONTRIBUTION_MISSING,
    CLAIM_LATE,
    STAFF,
    DATA_WRONG,
    OTHER
}

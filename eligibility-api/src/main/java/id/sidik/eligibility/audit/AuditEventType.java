package id.sidik.eligibility.audit;

/** What can happen. Names are part of the log: never rename one. */
public enum AuditEventType {
    MEMBER_REGISTERED,
    REGISTRATION_HELD,
    FINGERS_TOO_POOR,
    FINGERS_ENROLLED,
    ENROLMENT_HELD,
    FINGERS_WITHDRAWN,
    CONTRIBUTION_RECORDED,
    DECISION_MADE,
    MEMBER_VERIFIED,
    MEMBER_IDENTIFIED,
    MEMBERS_DEDUPLICATED,
    MEMBER_READ,
    RECEIPT_REVOKED,
    RECEIPT_KEY_MADE,
    ACCESS_REFUSED
}

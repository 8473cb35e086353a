package id.sidik.eligibility.member;

/** Whether a registration counts. Names are stored: never rename one. */
public enum MemberStatus {
    ACTIVE,
    /** Set aside by an officer. */
    SUSPENDED,
    /** Reported dead. */
    DECEASED,
    /** The same person as another member, who counts instead. */
    MERGED
}

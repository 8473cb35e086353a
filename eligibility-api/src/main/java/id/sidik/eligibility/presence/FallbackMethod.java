package id.sidik.eligibility.presence;

/** How a person is served whose finger was not recognised. Names are stored and reported: never rename one. */
public enum FallbackMethod {
    /** Another finger of the same person: the mildest, and tried first. */
    OTHER_FINGER,
    /** The membership card and the number that only its holder knows. */
    CARD_PIN,
    /** A code sent to a contact that was registered before. */
    ONE_TIME_CODE,
    /** Two different officers who vouch for the person. */
    OFFICER_OVERRIDE,
    /** Treated at once, to be shown within 72 hours. Proves nothing and grants nothing. */
    EMERGENCY_GRACE
}

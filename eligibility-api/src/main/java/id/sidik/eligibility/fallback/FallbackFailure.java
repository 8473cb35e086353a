package id.sidik.eligibility.fallback;

/** Why a fallback ended without helping. Names are stored and reported: never rename one. */
public enum FallbackFailure {
    /** Every answer that was allowed was wrong. */
    TRIES_USED_UP,
    /** Nobody answered in time, or what was shown was not used in time. */
    EXPIRED,
    /** An officer said no. */
    OFFICER_REFUSED
}

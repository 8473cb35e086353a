package id.sidik.eligibility.facility;

/** What sort of care a facility gives. Stored: never rename one. */
public enum FacilityLevel {
    /** A clinic, a doctor: seen without a referral. */
    PRIMARY,
    /** A hospital. */
    ADVANCED
}

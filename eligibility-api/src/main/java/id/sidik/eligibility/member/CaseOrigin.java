package id.sidik.eligibility.member;

/** What made somebody look twice. Names are stored: never rename one. */
public enum CaseOrigin {
    FINGERS_ALIKE,
    /** Name and birth date. */
    DATA_ALIKE,
    /** An officer said so. */
    REPORTED
}

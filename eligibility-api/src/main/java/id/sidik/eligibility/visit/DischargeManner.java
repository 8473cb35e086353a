package id.sidik.eligibility.visit;

/** How a stay ended. Names are stored: never rename one. */
public enum DischargeManner {
    HOME,
    REFERRED,
    AGAINST_ADVICE,
    DIED,
    OTHER
}

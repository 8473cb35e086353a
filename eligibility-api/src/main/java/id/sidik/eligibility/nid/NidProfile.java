package id.sidik.eligibility.nid;

/** How much a number must agree with the region table. */
public enum NidProfile {
    /** Regency and district must be in the table. */
    STRICT,
    /** An unknown regency or district is a warning: codes from before the table (2016) are in use for life. */
    LENIENT
}
